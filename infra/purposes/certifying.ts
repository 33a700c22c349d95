import { sessionRead, together } from '../item-use.ts'
import type { Purpose } from '../purpose.ts'

/** How apps get their names, and are certified. */
export const certifyingFunctions = {
  'certification-apps': {
    impact: 'nobody can create, see or edit their apps',
    items: together(sessionRead, {
      get: ['APP', 'MATERIAL', 'NAME'],
      getMany: ['ACCOUNT', 'APP', 'MATERIAL'],
      query: ['ACCOUNT'],
      put: ['ACCOUNT', 'APP', 'NAME'],
      update: ['ACCOUNT', 'APP', 'LIMIT', 'MATERIAL', 'NAME'],
      delete: ['ACCOUNT', 'APP'],
      check: ['ACCOUNT'],
    }),
    announces: true,
  },
  'certification-names': {
    impact: 'nobody can have the name of an app looked at before they ask for it',
    items: together(sessionRead, { get: ['APP', 'NAME'], update: ['LIMIT'] }),
  },
  'certification-rename': {
    impact: 'nobody can rename their apps',
    items: together(sessionRead, {
      get: ['APP', 'NAME'],
      getMany: ['ACCOUNT'],
      put: ['ACCOUNT', 'NAME'],
      update: ['ACCOUNT', 'APP', 'LIMIT', 'NAME', 'TEXT'],
      check: ['ACCOUNT'],
    }),
    keys: ['mac'],
    secrets: ['SECRET_KEY_RING'],
    announces: true,
  },
} as const satisfies Record<string, Purpose>
