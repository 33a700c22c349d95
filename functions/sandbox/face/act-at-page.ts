import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Sandbox } from '../sandbox.ts'
import { tokenNames } from './face-page.ts'
import { doFace, type FaceDeed, faceHouses, lastOf } from './token.ts'

/** A page of a vendor as its address says it: whose it is, and for which token. */
const pageAt = (url: string) => {
  const query = URL.parse(url)?.searchParams
  return faceHouses.flatMap((house) => {
    const number = query?.get(tokenNames[house])
    return number ? [{ house, number }] : []
  })[0]
}

/** The person does, so many times, what a vendor's page asks for; nothing is said to any browser. Answers what became of each. */
export const actAtPage = async (
  sandbox: Sandbox,
  { url, deed, times }: { url: string; deed: FaceDeed; times: number },
): Promise<Outcome<{ codes: string[] }>> => {
  const page = pageAt(url)
  const codes: string[] = []
  for (let done = 0; page && done < times; done += 1) {
    const token = await doFace(sandbox, page.house, page.number, deed)
    if (!token) break
    codes.push(lastOf(token)?.code ?? '')
  }
  return codes.length > 0 ? ok({ codes }) : refused('not_found')
}
