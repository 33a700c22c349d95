import type { Answer } from '../../../shared/http/answer.ts'
import type { Request } from '../../../shared/http/request.ts'
import { ownAddress } from '../cashier/cashier-page.ts'
import { escaped } from '../page-html.ts'
import type { Sandbox } from '../sandbox.ts'
import { type Both, both, formButton, sentOn, standInPage } from '../stand-in-page.ts'
import { doFace, type FaceDeed, type FaceHouse, faceDeeds, isSpent, tokenOf } from './token.ts'

export type FaceSandbox = Sandbox & { publicUrl: string }

const titles: Record<FaceHouse, Both> = {
  tencent: { zh: '腾讯云人脸核身', en: 'Face verification of Tencent Cloud' },
  alibaba: { zh: '阿里云实人认证', en: 'Real person verification of Alibaba Cloud' },
}

const PRETENDED: Both = {
  zh: '这是沙箱里的模拟页面：不打开摄像头，不拍照。',
  en: 'This is a pretend page of the sandbox: no camera is opened, and no picture is taken.',
}

/** By what name each has its token in an address, and what it adds to the way back. */
export const tokenNames: Record<FaceHouse, string> = { tencent: 'BizToken', alibaba: 'certifyId' }

const says = (house: FaceHouse, said: Both, card: readonly string[] = []): Answer =>
  standInPage(titles[house], PRETENDED, [`<p role="status">${both(said)}</p>`, ...card])

const OVER: Both = {
  zh: '这个链接已经用完或过期，请返回重新开始。',
  en: 'This link is used up or has expired: go back and begin again.',
}

const asked = (house: FaceHouse, name: string): Answer =>
  standInPage(titles[house], PRETENDED, [
    `<p>${both({ zh: `请 ${name} 正对镜头。`, en: 'Whoever that is, look into the camera.' })}</p>`,
    '<form method="post">',
    formButton('deed', 'pass', { zh: '是本人，通过', en: 'It is me' }, 'button-main'),
    formButton('deed', 'cancel', { zh: '不做了，返回', en: 'Go back without doing it' }),
    `<details><summary>${both({ zh: '让它出点状况', en: 'Let something go wrong' })}</summary>`,
    formButton('deed', 'other_face', { zh: '换别人的脸', en: "Somebody else's face" }),
    formButton('deed', 'not_live', { zh: '用照片代替真人', en: 'A photograph instead of a person' }),
    formButton('deed', 'pass_and_stay', {
      zh: '通过，但浏览器不返回',
      en: 'It is me, and the browser never goes back',
    }),
    '</details></form>',
  ])

const pressed = ['cancel', 'pass_and_stay', ...faceDeeds] as const
type Pressed = (typeof pressed)[number]

const pressedIn = (form: Buffer): Pressed | undefined => {
  const sent = new URLSearchParams(form.toString('utf8')).get('deed')
  return pressed.find((one) => one === sent)
}

const back = (house: FaceHouse, number: string, returnUrl: string, publicUrl: string): string | undefined => {
  const to = ownAddress(returnUrl, publicUrl)
  if (to === undefined) return undefined
  const url = new URL(to)
  url.searchParams.append(tokenNames[house], number)
  return url.href
}

/** What the page of a house shows, and what follows from what is pressed on it. */
export const facePage = async (
  sandbox: FaceSandbox,
  house: FaceHouse,
  { method, rawQuery, rawBody }: Pick<Request, 'method' | 'rawQuery' | 'rawBody'>,
): Promise<Answer> => {
  const number = new URLSearchParams(rawQuery).get(tokenNames[house]) ?? ''
  const token = await tokenOf(sandbox, house, number)
  if (!token || isSpent(house, token, sandbox.clock.now())) return says(house, OVER)
  if (method === 'GET') return asked(house, escaped(token.name))
  const what = pressedIn(rawBody)
  if (what === undefined) return { status: 400 }
  const deed: FaceDeed | undefined = what === 'pass_and_stay' ? 'pass' : what === 'cancel' ? undefined : what
  if (deed && !(await doFace(sandbox, house, number, deed))) return says(house, OVER)
  const to = what === 'pass_and_stay' ? undefined : back(house, number, token.returnUrl, sandbox.publicUrl)
  return to === undefined
    ? says(house, { zh: '完成，页面停在这里。', en: 'Done; the browser stays here.' })
    : sentOn(to)
}
