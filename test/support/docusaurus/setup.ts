// The look that a component has on the site: Infima first, then ours.
import 'infima/dist/css/default/default.css';
import '../../../src/css/custom.css';

// Docusaurus' client fetches the code of linked pages ahead; alone in a test, a component has no other pages.
window.docusaurus = {prefetch: () => false, preload: () => false};
