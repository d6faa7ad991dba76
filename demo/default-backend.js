/**
 * Puts the components of a page that has no provider of its own under one that works on the server of the page. That
 * server adds this script to the pages that it serves, before the library's own.
 */
import { backendFor } from './backend.js';

const officer = { id: 'minh-ha', name: 'Nguyễn Thị Minh Hà', roles: ['officer'] };
const components = ['htsd-assessment-form', 'htsd-model-badge', 'htsd-badge-check', '[data-htsd]'];

/** Takes an element under a provider, before the library has made anything of it. */
function provide() {
  for (const element of document.querySelectorAll(components.join())) {
    if (element.closest('htsd-provider')) continue;
    const provider = document.createElement('htsd-provider');
    provider.backend = backendFor(officer);
    element.replaceWith(provider);
    provider.append(element);
  }
}

provide();
// Some pages add what they embed when somebody asks for it.
new MutationObserver(provide).observe(document.body, { childList: true, subtree: true });
