import type { PlatformMethodName } from './verification/methods.ts'
import type { OwedEffect } from './verification/owed/owed-effect.ts'

/** What the end of a check that the platform paid for means, by whom it was opened. Loaded by who needs it: most workers only ever run checks that were paid for. */
const effects: Readonly<Record<PlatformMethodName, () => Promise<OwedEffect>>> = {
  bank_card: async () => (await import('./wallet/cards/effect.ts')).cardEffect,
  id_document: async () => (await import('./documents/checking/effect.ts')).documentEffect,
}

export const owedEffect = (method: PlatformMethodName): Promise<OwedEffect> => effects[method]()
