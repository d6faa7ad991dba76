/** What a host's own script may do: add the tag to the page, long after the library has started. */
document.querySelector('#open').addEventListener('click', () => {
  const form = document.createElement('htsd-assessment-form');
  form.setAttribute('model', 'unit');
  document.querySelector('#later').replaceChildren(form);
});
