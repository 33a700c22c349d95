import type { ClearingEffect } from '../gate/clearing-effect.ts'
import { furtherForgotten } from './further-store.ts'

/** X3 X4 nothing is kept of what whoever the account was told of themselves. */
export const furtherClearing: ClearingEffect = { plan: async (_table, accountId) => [furtherForgotten(accountId)] }
