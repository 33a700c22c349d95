import { certificatesClearing } from './certificates/ending/clearing-effect.ts'
import { accountProofsClearing } from './certification/proving/clearing-effect.ts'
import { numbersClearing } from './certification/texting/clearing-effect.ts'
import { documentsClearing } from './documents/checking/clearing-effect.ts'
import type { ClearingEffect } from './gate/clearing-effect.ts'
import { furtherClearing } from './profile/clearing-effect.ts'
import { cardsClearing } from './wallet/cards/clearing-effect.ts'

/** Everything that ends with who an account is, by whoever keeps it. */
export const clearingEffects: readonly ClearingEffect[] = [
  accountProofsClearing,
  cardsClearing,
  documentsClearing,
  furtherClearing,
  numbersClearing,
  certificatesClearing,
]
