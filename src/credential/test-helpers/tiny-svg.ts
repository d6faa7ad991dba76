export const tinySvg =
  '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><title>Đ &amp; M</title><path d="M0 0h1v1z"/></svg>\n';
