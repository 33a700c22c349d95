import { externalId, shiming, tellingRefusals } from '../../../shiming.ts'

export const POST = tellingRefusals(async (request) => {
  const decision = await shiming.gate.ask('send_message', { externalId: externalId(request) })
  if (decision.allowed) return Response.json(await request.json(), { status: 201 })
  // 905: they verify, and come back. Someone who is banned has nowhere to go, and is told why.
  return decision.verifyUrl ? Response.redirect(decision.verifyUrl, 303) : Response.json(decision, { status: 403 })
})
