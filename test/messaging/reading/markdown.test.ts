import { describe, expect, it } from 'vitest'
import { markdownHtml, plainHtml } from '../../../functions/messaging/reading/markdown.ts'

describe('markdown', () => {
  it('has headings, paragraphs with their line breaks, rules and quotes', () => {
    expect(markdownHtml('# 标题 #\n第一行\n第二行\n\n另一段\n\n---\n> 引用\n> 两行')).toBe(
      '<h1>标题</h1>\n<p>第一行<br>\n第二行</p>\n<p>另一段</p>\n<hr>\n<blockquote>\n<p>引用<br>\n两行</p>\n</blockquote>\n',
    )
  })

  it('has headings that end in a sign of their own', () => {
    expect(markdownHtml('## C#\n### F# ###\n# 甲 # 乙')).toBe('<h2>C#</h2>\n<h3>F#</h3>\n<h1>甲 # 乙</h1>\n')
  })

  it('has lists, in lists too, with the number that the first begins with', () => {
    expect(markdownHtml('- 一\n  - 二\n\n3. 三\n4. 四')).toBe(
      '<ul>\n<li>一\n<ul>\n<li>二</li>\n</ul>\n</li>\n</ul>\n<ol start="3">\n<li>三</li>\n<li>四</li>\n</ol>\n',
    )
  })

  it('has code, in which nothing is read', () => {
    expect(markdownHtml('```\nif (a < b) **x** https://x.example\n\n# y\n```\nz')).toBe(
      '<pre><code>if (a &lt; b) **x** https://x.example\n\n# y\n</code></pre>\n<p>z</p>\n',
    )
    expect(markdownHtml('a `<b>*x*` c')).toBe('<p>a <code>&lt;b&gt;*x*</code> c</p>\n')
    expect(markdownHtml('```\nnever closed')).toBe('<pre><code>never closed</code></pre>\n')
  })

  it('has tables', () => {
    expect(markdownHtml('| 名 | 值 |\n|---|---|\n| a | **1** |').replaceAll('\n', '')).toBe(
      '<table><thead><tr><th>名</th><th>值</th></tr></thead><tbody><tr><td>a</td><td><strong>1</strong></td></tr></tbody></table>',
    )
    expect(markdownHtml('a | b')).toBe('<p>a | b</p>\n')
  })

  it('has bold, italics, struck out, links, pictures and bare addresses', () => {
    expect(markdownHtml('**粗** *斜* ~~删~~ 2 * 3 * 4')).toBe(
      '<p><strong>粗</strong> <em>斜</em> <s>删</s> 2 * 3 * 4</p>\n',
    )
    expect(markdownHtml('[看](https://x.example/a_b?c=*d*) ![图](https://x.example/a.png)')).toBe(
      '<p><a href="https://x.example/a_b?c=*d*">看</a> <img src="https://x.example/a.png" alt="图"></p>\n',
    )
  })

  it('is written as Chinese is: with no blanks around signs and addresses', () => {
    expect(markdownHtml('**注意：**请看https://x.example/a，完')).toBe(
      '<p><strong>注意：</strong>请看<a href="https://x.example/a">https://x.example/a</a>，完</p>\n',
    )
  })

  it('takes nothing for an address that does not begin as one', () => {
    const text = 'backup.sh 1.2.3.4 www.x.example me@x.example'
    expect(markdownHtml(text)).toBe(`<p>${text}</p>\n`)
    expect(plainHtml(text)).toBe(`<pre>${text}</pre>`)
  })

  it('keeps HTML in it', () => {
    expect(markdownHtml('a<br><u>b</u>\n\n<div>*c*</div>')).toBe('<p>a<br><u>b</u></p>\n<div>*c*</div>')
  })
})

describe('a plain text', () => {
  it('keeps its lines and blanks, is no HTML, and has its addresses as links', () => {
    expect(plainHtml('  a  b\n\n<b>c</b> *d*见https://x.example/?a=1&b=2，e')).toBe(
      '<pre>  a  b\n\n&lt;b&gt;c&lt;/b&gt; *d*见<a href="https://x.example/?a=1&amp;b=2">https://x.example/?a=1&amp;b=2</a>，e</pre>',
    )
  })
})
