import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import { configs as lit } from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import { configs as wc } from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

const typed = ['**/*.ts'];

export default tseslint.config(
  { ignores: ['dist/', 'coverage/', 'test/bench/', 'test/artifacts/'] },
  // A rule that is switched off in a line is a rule that nobody keeps.
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: typed,
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // The compiler sees to these, and knows the types.
      'no-undef': 'off',
      'no-unused-private-class-members': 'off',
      '@typescript-eslint/no-unused-vars': 'off',
      // `typeof import()` types what is loaded on demand.
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // A port's method is asynchronous whether or not this adapter has to wait.
      '@typescript-eslint/require-await': 'off',
      // `signal.reason` is what the caller gave.
      '@typescript-eslint/prefer-promise-reject-errors': [
        'error',
        { allowThrowingAny: true, allowThrowingUnknown: true },
      ],
      // Handlers in templates and listeners are asynchronous by nature; they report their own failures.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      // A number in a sentence is written by the dictionary; in a message for developers it may stand as it is.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    files: ['components/**/*.ts'],
    extends: [lit['flat/recommended'], wc['flat/recommended'], wc['flat/best-practice']],
    plugins: { 'lit-a11y': litA11y },
    rules: {
      ...litA11y.configs.recommended.rules,
      'lit/no-template-arrow': 'off',
      'lit/no-native-attributes': 'off',
    },
  },
  {
    files: ['**/*.test.ts', 'test/support/**/*.ts'],
    rules: {
      // The types of the DOM comparison call every `equal` a promise. What is one, `accessible()`, must be awaited.
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', package: '@open-wc/semantic-dom-diff', name: 'Equal' },
            { from: 'package', package: '@types/chai', name: 'Equal' },
          ],
        },
      ],
      // Chai's assertions are properties.
      '@typescript-eslint/no-unused-expressions': 'off',
    },
  },
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: { globals: nodeGlobals() },
  },
  {
    files: ['demo/**/*.js'],
    languageOptions: {
      globals: { document: 'readonly', location: 'readonly', self: 'readonly', importScripts: 'readonly' },
    },
  },
  prettier,
);

function nodeGlobals() {
  const names = [
    'console',
    'fetch',
    'performance',
    'process',
    'setTimeout',
    'clearTimeout',
    'TextDecoder',
    'TextEncoder',
    'URL',
  ];
  return Object.fromEntries(names.map((name) => [name, 'readonly']));
}
