import { sessionOf, tellingRefusals } from '../../../shiming.ts'

export const POST = tellingRefusals(async (request) => {
  const { phone } = (await request.json()) as { phone: string }
  const { retryAt } = await (await sessionOf(request)).smsCodes.send(phone)
  return Response.json({ retryAt }, { status: 202 })
})
