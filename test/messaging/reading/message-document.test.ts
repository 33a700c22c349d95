import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { type DocumentLook, messageDocument } from '../../../functions/messaging/reading/message-document.ts'
import { templates } from '../../../functions/messaging/sending/message.ts'

const look: DocumentLook = { theme: 'light', size: 'normal', pictures: 'hidden' }

const policyOf = (pictures: DocumentLook['pictures']): string[] =>
  String(
    messageDocument({ template: 'txt', content: 'x' }, { ...look, pictures }).headers['content-security-policy'],
  ).split('; ')

describe('the document of a message', () => {
  it('runs nothing, sends nothing, belongs to no origin, and is shown by our pages only', () => {
    const policy = policyOf('hidden')
    for (const one of [
      "default-src 'none'",
      "script-src 'none'",
      "form-action 'none'",
      "base-uri 'none'",
      "frame-ancestors 'self'",
      'sandbox allow-popups allow-popups-to-escape-sandbox',
    ])
      expect(policy).toContain(one)
  })

  it('has no style but our own', () => {
    const { text } = messageDocument({ template: 'html', content: '<style>*{top:0}</style>x' }, look)
    const styles = [...text.matchAll(/<style>([^<]*)<\/style>/g)]
    expect(styles).toHaveLength(1)
    const hash = createHash('sha256').update(String(styles[0]?.[1])).digest('base64')
    expect(policyOf('hidden')).toContain(`style-src 'sha256-${hash}'`)
  })

  it('keeps signs that turn the direction of a text within the link they stand in', () => {
    const content = '<a href="https://evil.example">bank.example\u202e</a>'
    const { text } = messageDocument({ template: 'html', content }, look)
    expect(text).toContain('a,.host{unicode-bidi:isolate}.host{direction:ltr}')
    expect(text).toMatch(/<a [^>]*>bank\.example\u202e<\/a><span class="host"> \(evil\.example\)/)
  })

  it('asks no other site for pictures unless they are to be shown', () => {
    expect(policyOf('hidden')).toContain('img-src data:')
    expect(policyOf('shown')).toContain('img-src data: https:')
  })

  it('looks as the page around it', () => {
    const { text } = messageDocument({ template: 'txt', content: 'x' }, { ...look, theme: 'dark', size: 'largest' })
    expect(text).toContain('data-theme="dark" data-size="largest"')
  })

  it('shows each template as what it is', () => {
    const shown = (template: (typeof templates)[number], content: string): string =>
      /<main>([\s\S]*)<\/main>/.exec(messageDocument({ template, content }, look).text)?.[1] ?? ''
    expect(shown('html', '<b>a</b>')).toBe('<b>a</b>')
    expect(shown('txt', '<b>a</b>')).toBe('<pre>&lt;b&gt;a&lt;/b&gt;</pre>')
    expect(shown('markdown', '**a**')).toBe('<p><strong>a</strong></p>\n')
    expect(shown('json', '{"a":[1,"<b>"]}')).toBe(
      '<pre>{\n  &quot;a&quot;: [\n    1,\n    &quot;&lt;b&gt;&quot;\n  ]\n}</pre>',
    )
    expect(shown('markdown', `*a*${'<b>'.repeat(1001)}`)).toBe(`<pre>*a*${'&lt;b&gt;'.repeat(1001)}</pre>`)
    expect(shown('json', 'no json')).toBe('<pre>no json</pre>')
    expect(shown('json', '['.repeat(100_000)).length).toBeGreaterThan(100_000)
    expect(templates).toHaveLength(4)
  })
})
