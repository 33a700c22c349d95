import type { Request } from '../../../shared/http/request.ts'
import type { scanRoute } from '../control.route.ts'
import type { AlipaySandbox, WeChatPaySandbox } from '../sandbox.ts'
import { offerInHand } from './alipay-pay.ts'
import { orderInHand, paymentsOf } from './payments.ts'

/** Shows the payer what is asked for, before anything is paid. Refused as a payer is refused: unknown code, too late, signed wrongly. */
export const scan = async (
  sandbox: WeChatPaySandbox & AlipaySandbox,
  { qrCode, formUrl, ...body }: Request<typeof scanRoute>['body'],
) => {
  if (qrCode === undefined && formUrl === undefined) {
    const order = orderInHand(sandbox, body)
    return order.ok ? paymentsOf(sandbox, { outTradeNo: order.value }) : order
  }
  const offered = await offerInHand(sandbox, { qrCode, formUrl })
  return offered.ok ? paymentsOf(sandbox, { outTradeNo: offered.value.outTradeNo }) : offered
}
