import { createShiming, ShimingProblem } from 'shiming-client'

const { SHIMING_URL = 'http://127.0.0.1:4000', SHIMING_API_KEY } = process.env

/** On the server only: the key acts for everybody. Its calls are never kept by Next's cache. */
export const shiming = createShiming({ baseUrl: SHIMING_URL, apiKey: SHIMING_API_KEY })

/** Who is asking, by the name the platform has for them. */
export const externalId = (request: Request): string => String(request.headers.get('x-user'))

/** Their session here; the code of a text message belongs to it. An app keeps the token beside its own session, on its server. */
export const sessionOf = async (request: Request) => {
  const user = externalId(request)
  const token = tokens.get(user) ?? (await shiming.sessions.create({ externalId: user })).token
  if (token) tokens.set(user, token)
  return shiming.withSession({ token })
}
const tokens = new Map<string, string>()

/** Answers what Shiming refuses as it is: its text and fields are written for the user. */
export const tellingRefusals =
  <More extends unknown[]>(handler: (request: Request, ...more: More) => Promise<Response>) =>
  async (request: Request, ...more: More): Promise<Response> => {
    try {
      return await handler(request, ...more)
    } catch (error) {
      if (!(error instanceof ShimingProblem)) throw error
      const { status, code, detail, errors } = error
      return Response.json({ code, detail, errors }, { status })
    }
  }
