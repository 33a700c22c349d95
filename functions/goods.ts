import { certificationGood } from './certification/good.ts'
import { membershipGood } from './membership/good.ts'
import type { Goods } from './payment/good.ts'
import { verificationGood } from './verification/good.ts'
import { pointsGood } from './wallet/good.ts'

/** Everything that is sold, by whom it is sold. Entries hand it to the operations of payment, which know no seller. */
export const goods: Goods = {
  verification: verificationGood,
  membership: membershipGood,
  points: pointsGood,
  certification: certificationGood,
}
