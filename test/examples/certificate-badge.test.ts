import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { certificateAnswers } from '../../functions/certificates/certificate/certificate.ts'
import { certificateIdIn, groupedId } from '../../functions/certificates/certificate/certificate-id.ts'
import { isLinkInPage } from '../../functions/certificates/looking/link-in-page.ts'
import { snippetOf } from '../../web/user/own-certificate/snippet.ts'
import { pathOf, textOf } from '../docs/repository.ts'

type Statement = { answer: string; app: { platformIds: { platform: string; id: string }[] } | null }
type Link = {
  href: string
  dataset: Record<string, string>
  querySelector: (what: string) => { src: string } | null
  insertAdjacentText: (where: string, text: string) => void
}
type Fetching = (url: string) => Promise<{ ok: boolean; json: () => Promise<unknown> }>
type Script = {
  idIn: (href: string) => string | undefined
  faultsOf: (link: { href: string; image?: string }) => string[]
  verdictOf: (statement: Statement | undefined, host: string) => { answer: string; sentence?: string }
  check: (link: Link, how: { host: string; fetching: Fetching; warn: (text: string) => void }) => Promise<void>
}

const FOLDER = 'examples/certificate-badge'
const LOCAL = 'http://127.0.0.1:4000'
const id = '23456789ABCDEFG6'
const href = `${LOCAL}/certificates/${groupedId(id)}`
const image = `${LOCAL}/v1/certificates/${id}/badge`

const script = (await import(pathToFileURL(pathOf(`${FOLDER}/certificate-badge.js`)).href)) as Script

const statement = (answer: string, web?: string): Statement => ({
  answer,
  app: answer === 'unknown' ? null : { platformIds: web === undefined ? [] : [{ platform: 'web', id: web }] },
})

/** A link in a page, and what stands beside it once it was checked. */
const checked = async (
  of: { href?: string; image?: string | undefined },
  fetching: Fetching,
  host = 'www.example.com',
) => {
  const [beside, warned, asked]: [string[], string[], string[]] = [[], [], []]
  const { image: src } = { image, ...of }
  const link: Link = {
    ...{ href, dataset: {}, ...of },
    querySelector: () => (src === undefined ? null : { src }),
    insertAdjacentText: (_where, text) => void beside.push(text),
  }
  const counted: Fetching = (url) => {
    asked.push(url)
    return fetching(url)
  }
  await script.check(link, { host, fetching: counted, warn: (text) => void warned.push(text) })
  return { answer: link.dataset.answer, beside, warned, asked }
}

const answers =
  (of: unknown, ok = true): Fetching =>
  async () => ({ ok, json: async () => of })

describe('W7 happy: what is copied into a page', () => {
  it('is what the daily look finds, and what the script finds right', () => {
    expect(certificateIdIn(id)).toBe(id)
    const snippet = snippetOf('https://shiming.test', id, 'en')
    expect(isLinkInPage(`<p>${snippet}</p>`, id, 'https://shiming.test')).toBe(true)
    const page = textOf(`${FOLDER}/index.html`)
    expect(isLinkInPage(page, id, LOCAL)).toBe(true)
    const lines = snippetOf(LOCAL, id, 'zh')
      .split('\n')
      .map((line) => line.trim())
    for (const line of lines) {
      expect(page).toContain(line)
      expect(textOf('docs/put-the-certificate-in-your-app.md')).toContain(line)
    }
    expect(script.faultsOf({ href, image })).toEqual([])
  })

  it('says nothing beside a badge that is valid and of this site', async () => {
    for (const web of [undefined, 'www.example.com', 'example.com'])
      expect(await checked({}, answers(statement('valid', web)))).toEqual({
        ...{ answer: 'valid', beside: [], warned: [], asked: [`${LOCAL}/v1/certificates/${id}`] },
      })
  })

  it('says each of the five answers as it is', async () => {
    for (const answer of certificateAnswers) {
      const { answer: said, beside } = await checked({}, answers(statement(answer)))
      expect([said, beside.length]).toEqual([answer, answer === 'valid' ? 0 : 1])
    }
  })
})

describe('W7 refused: a badge', () => {
  it('of another site, which is not valid here', async () => {
    for (const host of ['evil.cn', 'example.com.evil.cn', 'anexample.com'])
      expect(await checked({}, answers(statement('valid', 'example.com')), host)).toMatchObject({
        ...{ answer: 'elsewhere', beside: [expect.stringContaining('不属于本网站')] },
      })
  })

  it('that is a copy, is missing or is of another certificate, which whoever built the page reads', async () => {
    for (const wrong of ['https://www.example.com/badge.svg', undefined, image.replace('G6/', 'G7/')])
      expect((await checked({ image: wrong }, answers(statement('valid')))).warned).toHaveLength(1)
  })

  it('that nobody could be asked about, or that leads nowhere', async () => {
    const unchecked = { answer: 'unchecked', beside: [] }
    expect(await checked({}, () => Promise.reject(new Error('offline')))).toMatchObject(unchecked)
    expect(await checked({}, answers({}, false))).toMatchObject(unchecked)
    for (const nowhere of ['https://shiming.test/', `${LOCAL}/certificates/x`, '', 'javascript:alert(1)'])
      expect(await checked({ href: nowhere }, answers(statement('valid')))).toMatchObject({ ...unchecked, asked: [] })
  })
})

describe('W7 hostile: whatever is answered', () => {
  it('stands in the page by no word of its own', async () => {
    const hostile = { answer: '<img src=x onerror=alert(1)>', name: '<script>', app: { platformIds: [] } }
    const { beside } = await checked({}, answers(hostile))
    expect(beside.join()).not.toMatch(/[<>]/)
  })
})
