import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

/** What exists only in a page, a worker or Node: the pure folders run in all three. */
const environmentGlobals = [
  'document',
  'window',
  'self',
  'navigator',
  'location',
  'history',
  'indexedDB',
  'caches',
  'fetch',
  'XMLHttpRequest',
  'localStorage',
  'sessionStorage',
  'postMessage',
  'process',
  'Buffer',
];

const noMarkupFromText = 'Text must never become markup: use textContent or a template.';

export default defineConfig(
  { ignores: ['dist/', 'dist-cli/', 'dist-hosting/', 'test-results/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      // Spreading a string gives its code points, which is what is wanted of one.
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { ignoreRestSiblings: true, varsIgnorePattern: '^_$' },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    // Where a value is missing after all, the test fails, as it should.
    files: ['tests/**/*.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    files: ['**/*.js'],
    languageOptions: {
      globals: Object.fromEntries(
        ['console', 'performance', 'process', 'URL'].map((name) => [name, 'readonly']),
      ),
    },
  },
  {
    rules: {
      eqeqeq: 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector: 'AssignmentExpression > MemberExpression[property.name=/^(inner|outer)HTML$/]',
          message: noMarkupFromText,
        },
        {
          selector:
            'CallExpression > MemberExpression[property.name=/^(insertAdjacentHTML|setHTMLUnsafe|createContextualFragment|parseFromString)$/]',
          message: noMarkupFromText,
        },
        {
          selector:
            'CallExpression > MemberExpression[object.name="document"][property.name=/^write/]',
          message: noMarkupFromText,
        },
      ],
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^lit(-html)?/.*unsafe',
              message: `${noMarkupFromText} Lit's policy lets any text through Trusted Types here.`,
            },
          ],
        },
      ],
    },
  },
  {
    files: ['src/{guide,roster,memo,link,hosting}/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        {
          globals: environmentGlobals.map((name) => ({
            name,
            message: 'This folder runs in a page, a worker and Node: take it as an argument.',
          })),
          checkGlobalObject: true,
        },
      ],
    },
  },
  {
    files: ['src/{components,pages}/**/*.ts'],
    extends: [
      lit.configs['flat/recommended'],
      wc.configs['flat/recommended'],
      litA11y.configs.recommended,
    ],
  },
  {
    // Strings joined at build time, not Lit's: whole attributes may stand as a value there.
    files: ['src/pages/**/template.ts'],
    rules: { 'lit/no-invalid-html': 'off' },
  },
);
