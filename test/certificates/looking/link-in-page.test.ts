import { describe, expect, it } from 'vitest'
import { groupedId, newCertificateId } from '../../../functions/certificates/certificate/certificate-id.ts'
import { isLinkInPage } from '../../../functions/certificates/looking/link-in-page.ts'
import { countingIds } from '../../kit.ts'

const PUBLIC = 'https://shiming.test'
const { below } = countingIds()
const id = newCertificateId(below)
const other = newCertificateId(below)
const address = `${PUBLIC}/certificates/${id}`
const isThere = (html: string) => isLinkInPage(html, id, PUBLIC)

describe('W7 happy: a page links to its certificate', () => {
  it.each([
    ['as it is', `<a href="${address}">实名</a>`],
    ['grouped', `<a href="${PUBLIC}/certificates/${groupedId(id)}">`],
    ['in small letters, with other attributes', `<A class=x rel="nofollow"\n HREF='${address.toLowerCase()}?lang=en'>`],
    ['without quotes', `<a href=${address}>`],
    ['without its scheme', `<a href=" //shiming.test/certificates/${id}#top">`],
    [
      'around the badge',
      `<p>x<a target="_blank" href="${address}"><img src="${PUBLIC}/v1/certificates/${id}/badge"></a>`,
    ],
    [
      'behind a comment, and one that is another',
      `<!-- ${other} --><a href="${PUBLIC}/certificates/${other}"></a><a href="${address}">`,
    ],
  ])('%s', (_what, html) => {
    expect(isThere(html)).toBe(true)
  })
})

describe('W7 refused: a page does not', () => {
  it.each([
    ['nothing', ''],
    ['text alone', address],
    ['a comment', `<!-- <a href="${address}"> -->`],
    ['a comment that never ends', `<!-- x <a href="${address}">`],
    ['what is no link', `<img src="${address}"><link href="${address}"><area href="${address}">`],
    ['another attribute', `<a data-href="${address}">`],
    ['the badge alone', `<img src="${PUBLIC}/v1/certificates/${id}/badge">`],
    ['another certificate', `<a href="${PUBLIC}/certificates/${other}">`],
    ['a longer id', `<a href="${address}K">`],
    [
      'another host',
      `<a href="https://shiming.test.evil.cn/certificates/${id}"><a href="https://evil.cn/?//x/certificates/${id}">`,
    ],
    ['the address behind another', `<a href="https://evil.cn/?to=https://shiming.test/certificates/${id}">`],
    ['a tag that is closed', `<a class="x">href="${address}"`],
  ])('%s', (_what, html) => {
    expect(isThere(html)).toBe(false)
  })
})

describe('W7 hostile: a page that is made to be slow', () => {
  it.each([
    ['comments', '<!--'.repeat(250_000)],
    ['comments and ends', '<!---->'.repeat(140_000)],
    ['tags', '<a '.repeat(330_000)],
    ['addresses', '//shiming.test/certificates/'.repeat(35_000)],
    ['links that are none', `<a${' href="'.repeat(80)}//shiming.test/certificates/${id}`.repeat(1800)],
  ])('of %s takes no time', (_what, html) => {
    const begun = performance.now()
    expect(isThere(html.slice(0, 1_000_000))).toBe(false)
    expect(performance.now() - begun).toBeLessThan(1000)
  })
})
