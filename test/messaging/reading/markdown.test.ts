import { describe, expect, it } from 'vitest'
import { markdownHtml, plainHtml } from '../../../functions/messaging/reading/markdown.ts'
import { safeHtml } from '../../../functions/messaging/reading/safe-html.ts'

describe('markdown', () => {
  it('has headings, paragraphs with their line breaks, rules and quotes', () => {
    expect(markdownHtml('# 标题 #\n第一行\n第二行\n\n另一段\n---\n> 引用\n> 两行')).toBe(
      '<h1>标题</h1>\n<p>第一行<br>第二行</p>\n<p>另一段</p>\n<hr>\n<blockquote>引用<br>两行</blockquote>',
    )
  })

  it('has headings that end in a sign of their own', () => {
    expect(markdownHtml('## C#\n### F# ###\n# 甲 # 乙')).toBe('<h2>C#</h2>\n<h3>F#</h3>\n<h1>甲 # 乙</h1>')
  })

  it('has lists, with the number that the first begins with', () => {
    expect(markdownHtml('- 一\n* 二\n\n3. 三\n4) 四')).toBe(
      '<ul><li>一</li><li>二</li></ul>\n<ol start="3"><li>三</li><li>四</li></ol>',
    )
  })

  it('has code, in which nothing is read', () => {
    expect(markdownHtml('```js\nif (a < b) **x**\n\n# y\n```\nz')).toBe(
      '<pre>if (a &lt; b) **x**\n\n# y</pre>\n<p>z</p>',
    )
    expect(markdownHtml('a `<b>*x*` c')).toBe('<p>a <code>&lt;b&gt;*x*</code> c</p>')
    expect(markdownHtml('```\nnever closed')).toBe('<pre>never closed</pre>')
  })

  it('has tables', () => {
    expect(markdownHtml('| 名 | 值 |\n|---|:-:|\n| a | **1** |\nx')).toBe(
      '<table><tr><th>名</th><th>值</th></tr><tr><td>a</td><td><b>1</b></td></tr></table>\n<p>x</p>',
    )
    expect(markdownHtml('a | b')).toBe('<p>a | b</p>')
  })

  it('has bold, italics, struck out, links, pictures and bare addresses', () => {
    expect(markdownHtml('**粗** *斜* ~~删~~ 2 * 3 * 4')).toBe('<p><b>粗</b> <i>斜</i> <s>删</s> 2 * 3 * 4</p>')
    expect(markdownHtml('[看](https://x.example/a_b?c=*d*) ![图](https://x.example/a.png)')).toBe(
      '<p><a href="https://x.example/a_b?c=*d*">看</a> <img src="https://x.example/a.png" alt="图"></p>',
    )
    expect(markdownHtml('见 https://x.example/a，完')).toBe(
      '<p>见 <a href="https://x.example/a">https://x.example/a</a>，完</p>',
    )
  })

  it('is as foreign as HTML', () => {
    const safe = safeHtml(
      markdownHtml('[x](javascript:alert`1`) <script>x</script> ![a"onerror=x](https://y.example/"z)'),
      'shown',
    )
    expect(safe).not.toMatch(/<script|javascript|" ?onerror/)
  })

  it('is read in one pass, whatever it is', () => {
    for (const piece of [
      '[',
      '![a](',
      '*',
      '**a',
      '`',
      '~~',
      '|-',
      '> ',
      '- ',
      'a\n\n',
      '# ',
      '```\n',
      'https://',
      '1. ',
    ])
      expect(markdownHtml(piece.repeat(30_000)).length).toBeGreaterThan(0)
  })

  it('cannot be made to show a text twice by the marks it uses itself', () => {
    expect(markdownHtml('`a` \ufdd00\ufdd0')).toBe('<p><code>a</code> 0</p>')
  })
})

describe('a plain text', () => {
  it('keeps its lines and blanks, is no HTML, and has its addresses as links', () => {
    expect(plainHtml('a  b\n<b>c</b> https://x.example/?a=1&b=2 d')).toBe(
      '<pre>a  b\n&lt;b&gt;c&lt;/b&gt; <a href="https://x.example/?a=1&amp;b=2">https://x.example/?a=1&amp;b=2</a> d</pre>',
    )
  })
})
