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
    expect(hidden('<ol start="123" colspan="1"><ol start="1234"><ol start="x1"><ol start><th rowspan="7">')).toBe(
      '<ol start="123"><ol><ol><ol><th rowspan="7"></th></ol></ol></ol></ol>',
    )
    expect(hidden('<b>a<br>b</b><hr>')).toBe('<b>a<br>b</b><hr>')
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
    expect(hidden('</main></body></div>a</b>')).toBe('a')
    expect(hidden('<p><b>a</p>b</b>')).toBe('<p><b>a</b></p>b')
    expect(hidden('<ul><li>a<li>b</ul><p>c<p>d<div>e</div>')).toBe(
      '<ul><li>a</li><li>b</li></ul><p>c</p><p>d</p><div>e</div>',
    )
    expect(hidden('<i>a<b>b<u title="never')).toBe('<i>a<b>b</b></i>')
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
    for (const href of ['http://x.example/', ' https://x.example/\n', 'ht\ttps://x.example/', 'HTTPS://X.example'])
      expect(hidden(`<a href="${href}">t</a>`), href).toMatch(/^<a href="https?:\/\/x\.example\/" .*<\/a><span/)
    expect(hidden('<a href="mailto:a@x.example">t</a>')).toBe(`<a href="mailto:a@x.example" ${attributes}>t</a>`)
    // The address of a bank begins with that of a stranger.
    for (const text of [
      'https://bank.com/login',
      'https://bank.co&#109;/',
      'https://bank.co<b>m</b>/',
      'https://bank.co@x',
    ])
      expect(hidden(`<a href="https://bank.co/x">${text}</a>`), text).toContain('(bank.co)')
    for (const text of ['https://bank.co', 'https://bank.co/x', 'https://bank.co?x', 'https://bank.co#x'])
      expect(hidden(`<a href="https://bank.co/x">${text}</a>`), text).not.toContain('(bank.co)')
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
      'https://:bank.example@evil.example/',
      'xhttps://evil.example',
      'weixin://x',
    ])
      expect(hidden(`<a href="${href}">t</a>`), href).toBe('t')
  })

  it('fetches no pictures of other sites until the reader asks', () => {
    const html = '<img src="https://x.example/a.png?u=1" alt="图 &quot;1" onerror="x()" style="top:0">'
    expect(hidden(html)).toBe('<span class="picture">[图片 picture: 图 &quot;1]</span>')
    expect(safeHtml(html, 'shown')).toBe('<img src="https://x.example/a.png?u=1" alt="图 &quot;1">')
    expect(safeHtml('<img src="http://x.example/a.png">', 'shown')).toBe('<span class="picture">[图片 picture]</span>')
    expect(safeHtml('<img src=" HTTPS://x.example/a\n.png">', 'shown')).toBe(
      '<img src="HTTPS://x.example/a.png" alt="">',
    )
    for (const kind of ['png', 'jpeg', 'gif', 'webp']) {
      const source = `data:image/${kind};base64,AZaz09+/==`
      expect(hidden(`<img src="${source}">`)).toBe(`<img src="${source}" alt="">`)
    }
    for (const source of [
      ...['data:image/svg+xml;base64,AAAA', 'data:text/html;base64,AAAA', 'javascript:x', 'blob:x', 'http:https://x'],
      ...[
        'x:data:image/png;base64,AAAA',
        'data:image/png;base64,',
        'data:image/png;base64,A&quot;A',
        'data:image/png,AAAA',
      ],
    ])
      expect(safeHtml(`<img src="${source}">`, 'shown'), source).toBe('<span class="picture">[图片 picture]</span>')
  })

  it('takes what is no tag for text', () => {
    expect(hidden('1 < 2 && 3 > 2 & <3 <>')).toBe('1 &lt; 2 &amp;&amp; 3 &gt; 2 &amp; &lt;3 &lt;&gt;')
    expect(hidden('&lt;b&gt; &nbsp; &#20013; &#x4e2d; &hearts; &; &#; &#99999999; "\'')).toBe(
      '&lt;b&gt; \u00a0 中 中 ♥ &amp;; &amp;#; \ufffd &quot;&#39;',
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

  it('has no link in a link', () => {
    const of = (html: string): string => hidden(html).replace(/ target="[^>]*"/g, '')
    const first = '<a href="https://x.example/"><b>a</b></a><span class="host"> (x.example)</span>'
    const second = '<a href="https://y.example/">b</a><span class="host"> (y.example)</span>'
    expect(of('<i><a href="https://x.example"><b>a<a href="https://y.example">b</a>c</b>d</a>e</i>f')).toBe(
      `<i>${first}${second}cde</i>f`,
    )
    expect(of('<a href="https://x.example"><b>a<a href="https://y.example">b</a>')).toBe(first + second)
    expect(
      of('<a href="https://x.example"><b>a<a href="https://y.example">b</a><i><a href="https://y.example">b'),
    ).toBe(`${first}${second}<i>${second}</i>`)
    expect(of('<a href="https://x.example"><b>a</b><i><a name="top">b</a></i></a>')).toBe(
      '<a href="https://x.example/"><b>a</b><i>b</i></a><span class="host"> (x.example)</span>',
    )
  })

  it('writes no deeper than browsers go, side by side as much as there is', () => {
    expect(hidden(`${'<div>'.repeat(900)}a${'</div>'.repeat(900)}<p>b</p>`)).toBe(
      `${'<div>'.repeat(60)}a${'</div>'.repeat(60)}<p>b</p>`,
    )
    expect(hidden(`${'<x-y>'.repeat(100)}<b>a`)).toBe('<b>a</b>')
    const wide = '<div><b>a</b><br></div>'.repeat(2000)
    expect(hidden(wide)).toBe(wide)
  })

  it('is shown as its source where it is nested deeper than it can be read', () => {
    const html = '<b>'.repeat(1000)
    expect(hidden(html)).toBe('<b>'.repeat(60) + '</b>'.repeat(60))
    expect(hidden(`${html}<i>`)).toBe(`<pre>${'&lt;b&gt;'.repeat(1000)}&lt;i&gt;</pre>`)
    expect(safeHtml(`${html}<i>`, 'hidden', '*<i>')).toBe('<pre>*&lt;i&gt;</pre>')
  })
})
