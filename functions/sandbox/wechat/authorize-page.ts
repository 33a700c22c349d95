import type { Answer } from '../../../shared/http/answer.ts'
import { escaped } from '../page-html.ts'
import { type Both, both, formButton, standInPage } from '../stand-in-page.ts'

const TITLE: Both = { zh: '微信授权', en: 'Authorization of WeChat' }

const PRETENDED: Both = {
  zh: '这是沙箱里的模拟微信。真正的微信在这里什么也不问，直接返回。',
  en: 'This is a pretend WeChat of the sandbox. The real one asks nothing here and goes back at once.',
}

const ASKED: Both = {
  zh: '网页想知道这是谁的微信，以便在微信里付款；不会得到昵称和头像。',
  en: 'A page wants to know whose WeChat this is, to be paid inside WeChat. It learns neither name nor picture.',
}

/** As long as a name may be. */
const LONGEST = 40

/** What was pressed: a user agrees, whom the form names, or nobody does. Undefined for a form of nobody's. */
export type Pressed = { allows: true; user: string | undefined } | { allows: false }

/** Who holds the phone, which can be said; `user`: who does, as it may stand in a page. */
export const userField = (user: string): string =>
  [
    `<p class="field"><label for="user">${both({ zh: '以谁的身份', en: 'As which WeChat user' })}</label>`,
    `<input class="input" id="user" name="user" value="${user}" maxlength="${LONGEST}" required autocomplete="off"></p>`,
  ].join('\n')

/** The page on which whoever holds the phone agrees or does not; `user` is who that is. */
export const authorizePage = (user: string): Answer =>
  standInPage(TITLE, PRETENDED, [
    `<p>${escaped(ASKED.zh)}</p>`,
    `<p lang="en">${escaped(ASKED.en)}</p>`,
    '<form method="post">',
    userField(escaped(user)),
    formButton('answer', 'allow', { zh: '允许', en: 'Allow' }, 'button-main'),
    formButton('answer', 'refuse', { zh: '拒绝', en: 'Refuse' }),
    '</form>',
  ])

/** What a form of that page sent. */
export const pressedIn = (form: Buffer): Pressed | undefined => {
  const sent = new URLSearchParams(form.toString('utf8'))
  const answer = sent.get('answer')
  const user = sent.get('user')?.trim().slice(0, LONGEST) || undefined
  if (answer === 'allow') return { allows: true, user }
  return answer === 'refuse' ? { allows: false } : undefined
}

/** WeChat shows an error of its own, which never reaches whoever sent the browser. */
export const errorPage = (code: string, text: string): Answer =>
  standInPage(TITLE, PRETENDED, [`<p role="status">${escaped(text)}</p>`, `<p class="quiet">错误码：${code}</p>`])
