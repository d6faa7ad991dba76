/** Text for markup. */
export const escape = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/**
 * The document around a contestant. Content goes into the document for all of them, as markup or as JSON, so that
 * what is weighed as script is the machinery alone.
 * @param {{ title: string, head: string, body: string, content?: unknown }} parts
 */
export function document({ title, head, body, content }) {
  const data =
    content === undefined
      ? ''
      : `<script type="application/json" id="content">${JSON.stringify(content).replaceAll('<', '\\u003c')}</script>`;
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escape(title)}</title>
<link rel="icon" href="data:,">
${head}
</head>
<body>
${data}
${body}
</body>
</html>
`;
}
