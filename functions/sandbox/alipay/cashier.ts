import type { Answer } from '../../../shared/http/answer.ts'
import type { Request } from '../../../shared/http/request.ts'
import { cashierSays, ownAddress, refusalSaid } from '../cashier/cashier-page.ts'
import { faultsOf, pressed } from '../cashier/ways.ts'
import { buyerPays, offerInHand } from '../control/alipay-pay.ts'
import { paymentsOf } from '../control/payments.ts'
import type { AlipaySandbox } from '../sandbox.ts'
import { sentOn } from '../stand-in-page.ts'
import { paramsOf } from './gateway.ts'
import { wayBack } from './way-back.ts'

const CHANNEL = 'alipay'

/** What the buyer pressed on Alipay's page. The browser goes back with a signed receipt, or as it came if nothing was paid. */
export const pressAtCashier = async (
  sandbox: AlipaySandbox,
  { rawQuery, rawBody }: Pick<Request, 'rawQuery' | 'rawBody'>,
): Promise<Answer> => {
  const to = wayBack(sandbox.publicUrl, paramsOf(rawQuery))
  const formUrl = `${sandbox.publicUrl}/sandbox/alipay/gateway.do?${rawQuery}`
  const way = pressed(rawBody)
  if (way === undefined) return { status: 400 }
  if (way === 'refuse')
    return to === undefined ? cashierSays(CHANNEL, { zh: '没有付款。', en: 'Nothing was paid.' }, to) : sentOn(to)
  const inHand = await offerInHand(sandbox, { formUrl })
  const asked = inHand.ok ? await paymentsOf(sandbox, inHand.value) : inHand
  const paid = asked.ok
    ? await buyerPays(sandbox, { formUrl, faults: { ...faultsOf(way, asked.value.amountFen), scanOnly: false } })
    : asked
  if (!paid.ok) return cashierSays(CHANNEL, refusalSaid(paid.refusal.code), to)
  const receipt = ownAddress(paid.value.returnUrl, sandbox.publicUrl)
  return receipt === undefined ? cashierSays(CHANNEL, { zh: '付款完成。', en: 'Paid.' }, to) : sentOn(receipt)
}
