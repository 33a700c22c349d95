import type { Language } from '../../../shared/kernel/language.ts'
import type { Letter } from '../../../shared/kernel/letter.ts'
import { beijingMinute, type Millis } from '../../../shared/kernel/time.ts'
import type { Application } from '../applications/application.ts'
import { isOver, type Paper } from './paper.ts'
import { paperNames } from './words.ts'

type Of = Pick<Application, 'appId' | 'language'> & { name: string }

const titles: Readonly<Record<Language, (name: string) => string>> = {
  zh: (name) => `应用“${name}”的认证材料到期提醒`,
  en: (name) => `Papers of your certified app “${name}”`,
}

const lines: Readonly<Record<Language, (paper: string, until: string, over: boolean) => string>> = {
  zh: (paper, until, over) =>
    over ? `${paper}已于 ${until}（北京时间）到期。` : `${paper}将于 ${until}（北京时间）到期。`,
  en: (paper, until, over) =>
    over ? `The ${paper} ran out on ${until} (Beijing time).` : `The ${paper} runs out on ${until} (Beijing time).`,
}

const ways: Readonly<Record<Language, string>> = {
  zh: '请准备新的材料。证件到期：请先更新账号的实名证件；执照或授权书到期：请在应用页面提交新的认证申请，附上新的材料。应用见：',
  en: 'Have a new one ready. Of your own document: prove the new one for your account. Of the licence or the letter: apply for the certification anew on the page of the app, with the new paper. It is here:',
}

/** W4 papers of a certified app run out, or have: which, when, and what to do. */
export const papersLetter = (of: Of, papers: readonly Paper[], now: Millis, publicUrl: string): Letter => {
  const { language } = of
  const each = papers.map((paper) =>
    lines[language](paperNames[paper.kind][language], beijingMinute(paper.until ?? now), isOver(paper, now)),
  )
  return {
    title: titles[language](of.name),
    content: `${each.join(language === 'zh' ? '' : ' ')}\n\n${ways[language]}${publicUrl}/developer/apps/${of.appId}`,
  }
}
