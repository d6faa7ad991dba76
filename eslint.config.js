import { configs as lit } from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import { configs as wc } from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

/** What only ESLint reads: Lit templates and custom elements. All else is Oxlint's (.oxlintrc.json), types included. */
export default tseslint.config(
  // A rule that is switched off in a line is a rule that nobody keeps.
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  {
    files: ['components/**/*.ts'],
    extends: [lit['flat/recommended'], wc['flat/recommended'], wc['flat/best-practice']],
    languageOptions: { parser: tseslint.parser },
    plugins: { 'lit-a11y': litA11y },
    rules: {
      ...litA11y.configs.recommended.rules,
      'lit/no-template-arrow': 'off',
      'lit/no-native-attributes': 'off',
    },
  },
);
