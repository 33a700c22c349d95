import type { Body } from 'shiming-client'
import { sessionOf, tellingRefusals } from '../../../shiming.ts'

export const POST = tellingRefusals(async (request) => {
  const user = await sessionOf(request)
  const { id, order } = await user.verifications.submit((await request.json()) as Body<'POST /v1/verifications'>)
  const { codeUrl } = await user.orders.pay(order.id, { method: 'wechat_native' })
  return Response.json({ id, codeUrl }, { status: 201 })
})
