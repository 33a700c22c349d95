import type { Answer } from '../../../shared/http/answer.ts'
import type { Request } from '../../../shared/http/request.ts'
import { escaped } from '../page-html.ts'
import type { WeChatSandbox } from '../sandbox.ts'
import { type Both, both, formButton, standInPage } from '../stand-in-page.ts'
import { codeFor, takeHow } from './authorize.ts'
import { pressedIn, userField } from './authorize-page.ts'
import { currentUser, handPhoneTo } from './code.ts'
import { asLogin } from './desk.ts'
import { moveScan, scanOf } from './scan.ts'

const TITLE: Both = { zh: '微信：确认登录', en: 'WeChat: confirm' }

const PRETENDED: Both = {
  zh: '这是沙箱里的模拟手机微信。',
  en: 'This is a pretend WeChat on a pretend phone of the sandbox.',
}

const says = (said: Both): Answer => standInPage(TITLE, PRETENDED, [`<p role="status">${both(said)}</p>`])

const OVER: Both = {
  zh: '二维码已过期或已用过，请在电脑上刷新。',
  en: 'The code has expired or was used: get a new one on the computer.',
}

const asks = (user: string): Answer =>
  standInPage(TITLE, PRETENDED, [
    `<p>${both({ zh: '一个网站请求用您的微信登录。', en: 'A website asks to sign you in by your WeChat.' })}</p>`,
    `<p>${both({ zh: '不是您本人操作，请拒绝。', en: 'If that is not you, refuse.' })}</p>`,
    '<form method="post">',
    userField(escaped(user)),
    formButton('answer', 'allow', { zh: '同意登录', en: 'Sign in' }, 'button-main'),
    formButton('answer', 'refuse', { zh: '拒绝', en: 'Refuse' }),
    '</form>',
  ])

/** What the phone shows that has scanned a code, and what follows from what is pressed there. */
export const confirm = async (
  sandbox: WeChatSandbox,
  { method, rawQuery, rawBody }: Pick<Request, 'method' | 'rawQuery' | 'rawBody'>,
): Promise<Answer> => {
  const uuid = new URLSearchParams(rawQuery).get('uuid') ?? ''
  if (method === 'GET') {
    const isOpen = await moveScan(sandbox, uuid, { standing: 'scanned' })
    return isOpen ? asks(await currentUser(sandbox)) : says(OVER)
  }
  const pressed = pressedIn(rawBody)
  if (!pressed) return { status: 400 }
  const scan = await scanOf(sandbox, uuid)
  if (scan?.standing !== 'scanned') return says(OVER)
  if (!pressed.allows) {
    const isRefused = await moveScan(sandbox, uuid, { standing: 'refused' })
    return says(isRefused ? { zh: '已拒绝。', en: 'Refused.' } : OVER)
  }
  if (pressed.user !== undefined) await handPhoneTo(sandbox, pressed.user)
  const how = await takeHow(sandbox)
  const code = await codeFor(sandbox, asLogin(sandbox), how)
  const isDone = await moveScan(sandbox, uuid, {
    standing: 'confirmed',
    isTwice: how === 'twice',
    ...(code && { code }),
  })
  return says(isDone ? { zh: '已同意，请回到电脑。', en: 'Done: go back to the computer.' } : OVER)
}
