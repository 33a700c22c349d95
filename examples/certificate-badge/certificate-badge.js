// Checks the badges of certificates in a page: that each counts now, is for this site, and is put in as it should be. Copy it to your site:
//
//   <script type="module" src="/certificate-badge.js"></script>
//
// Each link to a certificate then says in `data-answer` what its certificate is: valid, suspended, revoked, expired, unknown, or unchecked
// where nobody could be asked, or elsewhere, where it is for another site. A link whose certificate is not valid, or not for this site, gets a sentence beside the badge; whoever built the page reads in
// the console what to mend. Whether an app is certified is decided by your server (see the guide): what runs in a page can be changed by whoever looks at it.

const PATH = /^\/certificates\/([0-9A-Za-z-]{16,25})$/

/** The id in a link to a certificate, without what groups it; undefined where it is no such link. */
export const idIn = (href) => {
  const pathname = URL.canParse(href) ? new URL(href).pathname : ''
  const [, typed] = PATH.exec(pathname) ?? []
  const id = typed?.replaceAll('-', '').toUpperCase()
  return id?.length === 16 ? id : undefined
}

/** What is wrong with how the badge was put in; nothing where all is right. */
export const faultsOf = ({ href, image }) => {
  const id = idIn(href)
  if (id === undefined) return [`${href} is no link to a certificate: take it from the page of your app`]
  const { origin } = new URL(href)
  const badge = `${origin}/v1/certificates/${id}/badge`
  if (image === undefined) return ['the link has no badge in it: put the picture inside the link']
  return image.split('?')[0] === badge
    ? []
    : [`the picture is not the badge of this certificate, which is ${badge}: a copy shows what was, not what is`]
}

/** Hosts on which a certificate may stand: of a website that one, and below it. Of mini programs and apps it says nothing about pages. */
const hostsOf = ({ app }) =>
  (app?.platformIds ?? []).flatMap(({ platform, id }) => (platform === 'web' ? [id.toLowerCase()] : []))

/** Whether a certificate is about the site that shows it. */
export const isForSite = (statement, host) => {
  const hosts = hostsOf(statement)
  return hosts.length === 0 || hosts.some((one) => host === one || host.endsWith(`.${one}`))
}

/** Beside a badge whose certificate does not say what a visitor would think. */
const sentences = {
  suspended: '该应用的认证已暂停 · The certificate of this app is suspended',
  revoked: '该应用的认证已撤销 · The certificate of this app was revoked',
  expired: '该应用的认证已过期 · The certificate of this app has expired',
  unknown: '没有这份认证证书 · There is no such certificate',
  elsewhere: '这份认证证书不属于本网站 · This certificate is for another site',
}

/** What a link says once its certificate was asked for. `statement`: the answer, undefined where nobody answered. */
export const verdictOf = (statement, host) => {
  if (statement === undefined) return { answer: 'unchecked' }
  const { answer } = statement
  if (answer !== 'valid') return { answer, sentence: sentences[answer] ?? sentences.unknown }
  return isForSite(statement, host) ? { answer } : { answer: 'elsewhere', sentence: sentences.elsewhere }
}

/** The statement about a certificate, asked of whoever the link leads to; undefined where it cannot be had. */
const ask = async (href, fetching) => {
  try {
    const answer = await fetching(`${new URL(href).origin}/v1/certificates/${idIn(href)}`)
    return answer.ok ? await answer.json() : undefined
  } catch {
    return undefined
  }
}

/** Checks one link, and shows what it found. */
export const check = async (link, { host, fetching, warn }) => {
  const image = link.querySelector('img')?.src
  const faults = faultsOf({ href: link.href, image })
  for (const fault of faults) warn(`Shiming: ${fault}`)
  const statement = idIn(link.href) === undefined ? undefined : await ask(link.href, fetching)
  const { answer, sentence } = verdictOf(statement, host)
  link.dataset.answer = answer
  if (sentence === undefined) return
  warn(`Shiming: ${sentence} (${link.href})`)
  link.insertAdjacentText('afterend', ` ${sentence} `)
}

if (typeof document !== 'undefined')
  for (const link of document.querySelectorAll('a[href*="/certificates/"]'))
    void check(link, { host: location.hostname, fetching: (url) => fetch(url), warn: (text) => console.warn(text) })
