/** What pages are made of besides rules of functions/ and shared/: files and folders, from the root of the repository. */
export const pagesSources = [
  'web/shared',
  'web/user',
  'web/console',
  'web/vite.config.ts',
  'clients/typescript/src',
  '.kept-assets',
] as const

/** The same of the phone that the sandbox has beside them. */
export const phoneSources = ['web/sandbox'] as const
