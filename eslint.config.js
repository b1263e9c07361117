import tseslint from 'typescript-eslint';

/** The same input gives the same bytes on every machine: nothing may depend on the locale. */
const LOCALE_RULES = [
  {
    selector: 'MemberExpression[property.name=/^(localeCompare|toLocale.*)$/]',
    message: 'Depends on the locale: compare by code units.',
  },
  { selector: 'MemberExpression[object.name="Intl"]', message: 'Depends on the locale data of this Node.' },
];

/** Everything strict and typed; below, only what this repository wants otherwise. */
export default tseslint.config(
  {
    ignores: [
      'node_modules/',
      '.hankekartta/',
      'dist/',
      'dist.*/',
      'compiled/',
      'coverage/',
      'data/',
      'pipeline/model/schema-types.ts',
    ],
  },
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      'prefer-const': 'error',
      'no-var': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-definitions': 'off',
      // `row['name']` says that the key comes from outside.
      '@typescript-eslint/dot-notation': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
    },
  },
  {
    files: ['pipeline/**'],
    rules: {
      'no-restricted-syntax': ['error', ...LOCALE_RULES],
    },
  },
  {
    // What documents say is looked up here, and `constructor` or `__proto__` is found in every plain object.
    files: ['pipeline/parse/**', 'pipeline/read/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...LOCALE_RULES,
        {
          selector: 'BinaryExpression[operator="in"][left.type!="Literal"]',
          message: 'Finds what every object inherits: use a Map, a Set or Object.hasOwn.',
        },
        {
          selector:
            ':not(ConditionalExpression) > MemberExpression[computed=true][object.name=/^(?!BREAKS$)[A-Z][A-Z0-9_]*$/][property.type=/^(Identifier|CallExpression|MemberExpression|TemplateLiteral)$/]',
          message:
            'A look-up in a constant by a word finds what every object inherits: use a Map, or Object.hasOwn before it.',
        },
      ],
    },
  },
  {
    // Words of documents come here too, beside kinds of ours, of which the types tell that they are no others.
    files: ['pipeline/validate/**', 'pipeline/merge/**', 'pipeline/locate/**', 'pipeline/redact/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...LOCALE_RULES,
        {
          selector:
            'VariableDeclarator[init.properties.0.type="Property"] > Identifier TSTypeReference[typeName.name="Record"] > TSTypeParameterInstantiation > TSStringKeyword:first-child',
          message: 'A table of words in a plain object has what every object inherits: use a Map.',
        },
      ],
    },
  },
  { files: ['tests/**'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
  { files: ['**/*.js'], extends: [tseslint.configs.disableTypeChecked] },
);
