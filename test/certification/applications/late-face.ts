import { faceAction, pairToken } from '../../../functions/certification/applications/pair.ts'
import { confirmApplication } from '../../../functions/certification/applying/confirm-application.ts'
import { type FaceCheck, isOpened } from '../../../functions/face/check/face-check.ts'
import {
  faceCheckBegun,
  faceCheckEnded,
  faceCheckOf,
  faceCheckOpening,
} from '../../../functions/face/check/face-check-store.ts'
import { faceKeys } from '../../../functions/face/keys.ts'
import { heldIdentity } from '../../../functions/gate/identity-store.ts'
import { gateKeys } from '../../../functions/gate/keys.ts'
import { ok } from '../../../shared/kernel/outcome.ts'
import { HOUR } from '../../../shared/kernel/time.ts'
import { askCode, claimOf, lastCode } from '../../account/fixture.ts'
import { valueIn } from '../../kit.ts'
import { itemAt, type World } from '../../world.ts'
import { type Applied, applicationAt } from './applying.ts'

/**
 * A confirmation by face of exactly the change of name that is applied for, whose page is open: `confirms` is its administrator, who is back
 * from it, `result` what the vendor says of it, whenever that comes.
 */
export const facing = async (at: World, of: Applied) => {
  const { accountId, token: session, phone } = of.user
  const identity = heldIdentity(itemAt(at, gateKeys.identity(accountId)))
  if (!identity) throw new Error('nobody is verified here')
  const token = pairToken(of.id, applicationAt(at, of).names)
  const now = at.time.now
  const { verificationId, personIndex } = identity
  const check: FaceCheck = {
    ...{
      id: at.ids.id(),
      accountId,
      status: 'opening',
      action: faceAction(token),
      openedAt: now,
      verificationId,
      personIndex,
    },
    ...{
      consent: { notice: 'face', agreedAt: now },
      vendor: 'tencent_cloud',
      claim: at.ids.id(),
      looks: 0,
      charged: 0,
    },
  }
  const page = { token: 'T', url: 'https://vendor.example', expiresAt: now + HOUR, readableUntil: now + HOUR }
  await at.table.commit([faceCheckOpening(check)])
  await at.table.commit([faceCheckBegun(check, page, { worksIn: 'any', vendorCode: '0' }, now)])
  valueIn(await askCode(at, { phone, token: session }))
  const smsCode = lastCode(at, phone)
  const proof = { phone, smsCode, idLastFour: of.idNumber.slice(-4), face: check.id }
  return {
    confirms: (its: World) => confirmApplication(its, claimOf(session), { id: of.id, token, proof }),
    result: async (its: World) => {
      const item = await its.table.get(faceKeys.check(accountId, check.id))
      const found = item && faceCheckOf(item)
      if (!found || !isOpened(found)) return 'known'
      await its.table.commit([faceCheckEnded(found, 'confirmed', { charged: 1, vendorCode: '0' }, its.time.now)])
      return ok('confirmed')
    },
  }
}
