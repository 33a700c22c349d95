import type { Language } from '../../../shared/kernel/language.ts'
import { inBoth, type Letter } from '../../../shared/kernel/letter.ts'
import type { Certificate, PageSight } from '../certificate/certificate.ts'

type Miss = Exclude<PageSight, 'link'>

const found: Readonly<Record<Miss, Record<Language, string>>> = {
  no_link: {
    zh: '页面能打开，但页面代码里没有指向认证证书的链接（用脚本加载的链接看不到）',
    en: 'the page opens, but there is no link to the certificate in what the server sends (a link that a script adds is not seen)',
  },
  redirected: {
    zh: '这个地址跳转到了别处，请改为登记最终打开的页面地址',
    en: 'the address leads on to another: register the one that the page is at in the end',
  },
  no_page: { zh: '服务器没有返回页面', en: 'the server answered with no page' },
  too_long: { zh: '页面超过 1 MB，没有读完', en: 'the page is longer than 1 MB, and was not read to its end' },
  unreachable: {
    zh: '页面打不开，或 10 秒内没有返回',
    en: 'the page cannot be reached, or took longer than 10 seconds',
  },
  refused: {
    zh: '这个域名解析到了非公网地址，按规定不能访问',
    en: 'the domain leads to an address that is not public, where nothing is asked',
  },
}

const guide = (publicUrl: string, { appId }: Pick<Certificate, 'appId'>): string =>
  `${publicUrl}/developer/apps/${appId}/certificate`

type Of = Pick<Certificate, 'appId' | 'name'> & { url: string }

/** W7 the link was not on the page of the app, for the first time in a row. */
export const missedLetter = (of: Of, saw: Miss, publicUrl: string): Letter =>
  inBoth(
    {
      title: `在您的页面上没有看到“${of.name}”的认证证书链接`,
      content: `今天查看您登记的页面 ${of.url}，没有看到认证证书的链接：${found[saw].zh}。请补上链接；明天会再看一次。连续三次没有看到，会转人工核查。放置方法、更换或取消登记的页面见：${guide(publicUrl, of)}`,
    },
    {
      title: `Your page does not show the certificate of “${of.name}”`,
      content: `The page that you registered, ${of.url}, was looked at today, and the link of the certificate was not found: ${found[saw].en}. Please put it there; the page is looked at again tomorrow. Where it is missing three times in a row, people look into it. How to put it there, and how to register another page or none: ${guide(publicUrl, of)}`,
    },
  )

/** W7 for the third time in a row: people look at it now. */
export const missedThriceLetter = (of: Of, saw: Miss, publicUrl: string): Letter =>
  inBoth(
    {
      title: `连续三次没有看到“${of.name}”的认证证书链接，已转人工核查`,
      content: `连续三次查看您登记的页面 ${of.url}，都没有看到认证证书的链接：${found[saw].zh}。已转人工核查；核查期间证书仍然有效。请尽快补上链接，或更换、取消登记的页面：${guide(publicUrl, of)}`,
    },
    {
      title: `The certificate of “${of.name}” was missing three times in a row: people look into it`,
      content: `The page that you registered, ${of.url}, was looked at three times in a row, and the link of the certificate was not found: ${found[saw].en}. People look into it now; the certificate is valid meanwhile. Please put the link there soon, or register another page or none: ${guide(publicUrl, of)}`,
    },
  )
