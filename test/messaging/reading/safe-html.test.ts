import { describe, expect, it } from 'vitest'
import { safeHtml } from '../../../functions/messaging/reading/safe-html.ts'

const hidden = (html: string): string => safeHtml(html, 'hidden')

describe('foreign HTML', () => {
  it('keeps what is read: paragraphs, lists, tables, emphasis', () => {
    const html = '<h2>备份</h2><p>已<b>完成</b><br>用时 <code>12</code> 秒</p><ol start="3"><li>一</li></ol>'
    expect(hidden(html)).toBe(html)
    expect(hidden('<table><tr><td colspan="2" width="900">a</td></tr></table>')).toBe(
      '<table><tr><td colspan="2">a</td></tr></table>',
    )
    expect(hidden('<CENTER><Font color=red>大</Font></CENTER>')).toBe('<div><span>大</span></div>')
  })

  it('loses styles, classes, ids, events and positions', () => {
    expect(hidden(`<p style="position:fixed;top:0" class="top" id="page" onclick="x()" data-a=1>文字</p>`)).toBe(
      '<p>文字</p>',
    )
  })

  it('loses everything that runs, frames or is filled in, and what is inside it where nobody reads that', () => {
    for (const [html, left] of [
      ['a<script>alert(1)</script>b', 'ab'],
      ['a<style>p{position:fixed}</style>b', 'ab'],
      ['a<iframe src="https://x.example">in</iframe>b', 'ab'],
      ['a<svg><a xlink:href="javascript:x()">t</a></svg>b', 'ab'],
      ['a<form action="https://x.example"><input name="p"><button>go</button></form>b', 'agob'],
      ['a<meta http-equiv="refresh" content="0;url=https://x.example">b', 'ab'],
      ['a<base href="https://x.example/">b<link rel="stylesheet" href="https://x.example">c', 'abc'],
      ['a<textarea></p></textarea>b', 'ab'],
      ['a<!-- <p> --><!doctype html><?xml p ?>b', 'ab'],
      ['a<script>never closed <p>b', 'a'],
      ['a<!-- never closed <p>b', 'a'],
    ] as const)
      expect(hidden(html), html).toBe(left)
  })

  it('closes what was left open, and does not close what was not opened', () => {
    expect(hidden('<div><p><b>a')).toBe('<div><p><b>a</b></p></div>')
    expect(hidden('</main></body></div>a</p>')).toBe('a')
    expect(hidden('<p><b>a</p>b</b>')).toBe('<p><b>a</b></p>b')
  })

  it('opens links in windows of their own, and says where they lead unless they say so themselves', () => {
    const attributes = 'target="_blank" rel="noopener noreferrer nofollow"'
    expect(hidden('<a href="https://evil.example/x?a=1&amp;b=2">您的银行</a>')).toBe(
      `<a href="https://evil.example/x?a=1&amp;b=2" ${attributes}>您的银行</a><span class="host"> (evil.example)</span>`,
    )
    expect(hidden('<a href=https://good.example/x>https://good.example/x</a>')).toBe(
      `<a href="https://good.example/x" ${attributes}>https://good.example/x</a>`,
    )
    expect(hidden('<a href="https://evil.example">https://bank.example</a>')).toContain('(evil.example)')
    expect(hidden('<a href="tel:10086">10086</a>')).toBe(`<a href="tel:10086" ${attributes}>10086</a>`)
  })

  it('leads nowhere by other schemes, to our own pages, or with a name in the address', () => {
    for (const href of [
      'javascript:alert(1)',
      ' jav\tascript:alert(1)',
      'java&#115;cript:alert(1)',
      '&#x6A;avascript&#58;alert(1)',
      'data:text/html,x',
      'vbscript:x',
      '/account',
      '//evil.example',
      'https:evil',
      'https://bank.example@evil.example/',
      'weixin://x',
    ])
      expect(hidden(`<a href="${href}">t</a>`), href).toBe('t')
  })

  it('fetches no pictures of other sites until the reader asks', () => {
    const html = '<img src="https://x.example/a.png?u=1" alt="图 &quot;1" onerror="x()" style="top:0">'
    expect(hidden(html)).toBe('<span class="picture">[图片 picture: 图 &quot;1]</span>')
    expect(safeHtml(html, 'shown')).toBe('<img src="https://x.example/a.png?u=1" alt="图 &quot;1">')
    expect(safeHtml('<img src="http://x.example/a.png">', 'shown')).toBe('<span class="picture">[图片 picture]</span>')
    expect(hidden('<img src="data:image/png;base64,AAAA">')).toBe('<img src="data:image/png;base64,AAAA" alt="">')
    for (const source of ['data:image/svg+xml;base64,AAAA', 'data:text/html;base64,AAAA', 'javascript:x', 'blob:x'])
      expect(safeHtml(`<img src="${source}">`, 'shown'), source).toBe('<span class="picture">[图片 picture]</span>')
  })

  it('takes what is no tag for text', () => {
    expect(hidden('1 < 2 && 3 > 2 & <3 <>')).toBe('1 &lt; 2 &amp;&amp; 3 &gt; 2 &amp; &lt;3 &lt;&gt;')
    expect(hidden('&lt;b&gt; &nbsp; &#20013; &#x4e2d; &hearts; &; &#; &#99999999;')).toBe(
      '&lt;b&gt; &nbsp; &#20013; &#x4e2d; &hearts; &amp;; &amp;#; &amp;#99999999;',
    )
  })

  it('lets nothing out of an attribute', () => {
    expect(hidden(`<a href='https://x.example/"><script>x</script>'>t</a>`)).toMatch(
      /^<a href="https:\/\/x\.example\/%22%3E%3Cscript%3Ex%3C\/script%3E" [^<]*>t<\/a>/,
    )
    expect(hidden(`<img alt='"><script>' src=x>`)).toBe(
      '<span class="picture">[图片 picture: &quot;&gt;&lt;script&gt;]</span>',
    )
    expect(hidden('<a href="https://x.example"href="javascript:x">t</a>')).toContain('href="https://x.example/"')
  })

  it('goes no deeper than browsers do', () => {
    const html = hidden('<div>'.repeat(10_000))
    expect(html).toBe('<div>'.repeat(60) + '</div>'.repeat(60))
  })

  it('is read in one pass, whatever it is', () => {
    const hostile = ['<a ', '<a x="', '<!--', '<', '</', '<a href=', '&', '<b', '<script>', '<p x = ', '"', '<x:y>']
    for (const piece of hostile) {
      const safe = hidden(piece.repeat(30_000))
      expect(safe.replace(/<\/?(?:b|p|a)(?: [^<>]*)?>/g, '')).not.toMatch(/<(?!span class="host"|\/span)/)
    }
  })
})
