import type { Write } from '../../../shared/table/write.ts'
import type { HandCertificate } from '../../certification/deciding/certificate-effect.ts'
import { textingKeys } from '../../certification/keys.ts'
import { numberForgotten } from '../../certification/texting/number-store.ts'
import { epochStands } from '../../gate/epoch-store.ts'
import type { Certificate } from '../certificate/certificate.ts'
import { certificateMoved, certificateOf } from '../certificate/certificate-store.ts'
import { dueAtOf, lookedAgainAt } from '../certificate/clock.ts'
import { certificateHeld, certificateLet } from '../certificate/held-store.ts'
import { holderIn, holderKeys } from '../certificate/holder-store.ts'
import { afterEvent, certificateStanding } from '../certificate/standing.ts'
import { certificateKeys } from '../keys.ts'

/** Whoever administered the app is texted no more, and nobody knows the number of whoever does. */
const numberGone = ({ hasNumber, accountId, application }: Certificate): Write[] =>
  hasNumber === true ? [numberForgotten(textingKeys.number(accountId, application))] : []

/**
 * W7 W8 what is written of the certificate of an app in the commit in which account `to` takes it on: it hangs on who that account is from then on, and counts
 * as long as before. Nothing of one that counts no more. The commit holds that nobody of both became somebody else. Two calls at most.
 */
export const handCertificate: HandCertificate = async ({ table, now }, { certificate }, to) => {
  const [item] = certificate === undefined ? [] : await table.getMany([certificateKeys.certificate(certificate)])
  if (!item) return []
  const kept = certificateOf(item)
  const items = await table.getMany([...holderKeys(kept), ...holderKeys({ accountId: to })])
  const [before, after] = [holderIn(items.slice(0, 2)), holderIn(items.slice(2))]
  const standing = certificateStanding(kept, before, now)
  if (standing.status !== 'valid' && standing.status !== 'suspended') return []
  const { hasNumber: _gone, ...rest } = afterEvent(standing, { on: 'handed_over', at: now })
  const handed = { ...rest, accountId: to, epoch: after.epoch, wakeAt: lookedAgainAt(now) }
  return [
    certificateMoved(kept, 'handed_over', handed, dueAtOf(handed)),
    certificateLet(kept),
    certificateHeld(handed),
    ...numberGone(kept),
    epochStands(kept.accountId, before.epoch),
    epochStands(to, after.epoch),
  ]
}
