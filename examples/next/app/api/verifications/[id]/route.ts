import { sessionOf, tellingRefusals } from '../../../../shiming.ts'

type Context = { params: Promise<{ id: string }> }

export const GET = tellingRefusals(async (request, { params }: Context) => {
  const { id } = await params
  const { status, retryAt } = await (await sessionOf(request)).verifications.get(id)
  return Response.json({ status, retryAt })
})
