import type { Answer, Body } from '../../clients/typescript/src/index.ts'
import { viewPictureRoute } from '../../functions/material/view.route.ts'
import { decideReviewRoute, nextReviewRoute } from '../../functions/review/operator.route.ts'
import { lookAtPapersRoute } from '../../functions/verification/papers.route.ts'
import type { ConsoleStage } from './console.ts'
import { type OnConsole, operatorAt } from './operator.ts'
import { drawnPage } from './picture.ts'
import type { Platform } from './platform.ts'
import { signIn, type User } from './user.ts'

type Kind = Body<'POST /v1/materials'>['kind']
type Material = Answer<'GET /v1/materials/{id}'>

/** What S3 answers to a form: its status, and its own words where it refuses. */
export type Posted = { status: number; text: string }

/** Posts a file as a page does: the fields as they were given, and the file behind them. */
export const postFile = async (
  { url, fields }: Pick<Answer<'POST /v1/materials'>['upload'], 'url' | 'fields'>,
  bytes: Uint8Array<ArrayBuffer>,
  type: string,
): Promise<Posted> => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  form.append('file', new Blob([bytes], { type }), 'picture')
  const answer = await fetch(url, { method: 'POST', body: form })
  return { status: answer.status, text: await answer.text() }
}

/** Uploads one picture of a kind, and answers it as it is once it was looked at. */
export const uploadPicture = async (
  platform: Platform,
  { token }: Pick<User, 'token'>,
  kind: Kind,
  bytes: Uint8Array<ArrayBuffer> = drawnPage(),
  type: Body<'POST /v1/materials'>['type'] = 'image/png',
): Promise<Material> => {
  const { materials } = platform.shiming.withSession(token)
  const { material, upload } = await materials.open({ kind, type })
  const posted = await postFile(upload, bytes, type)
  if (posted.status >= 300) throw new Error(`the upload was refused: ${posted.status} ${posted.text}`)
  await platform.pass('0s')
  return materials.get(material.id)
}

/** A passport of nobody. */
const PASSPORT: Pick<
  Body<'POST /v1/papers'>,
  'document' | 'name' | 'number' | 'nationality' | 'birthDate' | 'validUntil'
> = {
  ...{ document: 'passport', name: 'Anna Example', number: 'E1234567', nationality: 'USA' },
  ...{ birthDate: '1890-02-28', validUntil: '2099-12-31' },
}

/** Hands in a passport, another person's for each number, with its pictures; answers the case that decides about it. */
export const handInPassport = async (
  platform: Platform,
  user: User,
  number = PASSPORT.number,
): Promise<Answer<'POST /v1/papers'>> => {
  const page = await uploadPicture(platform, user, 'document_page')
  const holder = await uploadPicture(platform, user, 'holder', drawnPage(1))
  const { papers } = platform.shiming.withSession(user.token)
  const { consent } = await papers.terms()
  const pictures = { document_page: page.id, holder: holder.id }
  return papers.submit({ ...PASSPORT, number, pictures, consent: { notice: consent.version, agreed: true } })
}

const REASON = { reason: 'case_review' } as const

/** Takes the case, reads what was typed, looks at each picture, confirms every point: what a reviewer does; answers in how many actions. */
const approve = async ({ platform, step }: ConsoleStage, { name, token }: OnConsole): Promise<number> => {
  const { review } = await platform.must(nextReviewRoute, { token, body: { kind: 'papers_document' } })
  if (!review) throw new Error('no papers wait for a person')
  const [account = ''] = review.id.split('.')
  step(`${name} takes the case, which is to be decided by ${review.answerBy}`)
  const typed = await platform.must(lookAtPapersRoute, { token, params: { account, id: review.subject }, body: REASON })
  step(`${name} reads the ${typed.document} as it was typed, with a reason on record`)
  for (const material of typed.materials) {
    const { data } = await platform.must(viewPictureRoute, { token, params: { id: material }, body: REASON })
    step(`${name} looks at a picture of ${Math.round(data.length / 1365)} KB, with a reason on record`)
  }
  const checked = review.choices.checklist.map(({ word }) => word)
  const body = { verdict: 'approved', checked, note: '证件与填写内容一致' } as const
  await platform.must(decideReviewRoute, { token, params: { id: review.id }, body })
  step(`${name} confirms ${checked.length} points and approves`)
  // As in the console, where one press opens all of it, and what is approved is asked once more.
  return 1 + 1 + checked.length + 2
}

/** Whether somebody with a passport, whom no machine can verify, is verified by a person within ten actions. */
export const papersHold = async (stage: ConsoleStage, phone: string, say: (line: string) => void): Promise<boolean> => {
  const { platform, step } = stage
  say('\na passport, which a person looks at')
  const user = await signIn(platform, phone)
  await handInPassport(platform, user)
  const { account } = platform.shiming.withSession(user.token)
  step(`a passport and two pictures are handed in: ${(await account.get()).verification.status}`)
  const actions = await approve(stage, await operatorAt(stage, 'wang', 'reviewer'))
  const { status, level } = (await account.get()).verification
  const held = status === 'verified' && level === 1 && actions < 10
  say(`a passport: ${status}, level ${level}, after ${actions} actions of the reviewer ${held ? 'ok' : 'WRONG'}`)
  return held
}
