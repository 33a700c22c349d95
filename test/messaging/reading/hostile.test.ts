import fc from 'fast-check'
import { parse, serialize } from 'parse5'
import { describe, expect, it } from 'vitest'
import { markdownHtml, plainHtml } from '../../../functions/messaging/reading/markdown.ts'
import { safeHtml } from '../../../functions/messaging/reading/safe-html.ts'
import { forbidden } from './allowed.ts'
import { hostileHtml, hostileMarkdown } from './hostile.ts'

/** What must not be there in what is shown, also when a browser has written it itself and reads that again. */
const wrongIn = (shown: string): string[] => [...forbidden(shown), ...forbidden(serialize(parse(shown)))]

const shownOf = (html: string): string[] => [safeHtml(html, 'hidden'), safeHtml(html, 'shown')]

describe('what a browser finds in what is shown', () => {
  it('is nothing but what may be there, for each trick that is known', () => {
    for (const html of hostileHtml) for (const shown of shownOf(html)) expect(wrongIn(shown), html).toEqual([])
    for (const markdown of hostileMarkdown)
      for (const shown of shownOf(markdownHtml(markdown))) expect(wrongIn(shown), markdown).toEqual([])
    for (const text of hostileMarkdown)
      for (const shown of shownOf(plainHtml(text))) expect(wrongIn(shown), text).toEqual([])
  })

  it('would be found, were the tricks shown as they came', () => {
    const found = hostileHtml.filter((html) => forbidden(html).length > 0)
    expect(found.length / hostileHtml.length).toBeGreaterThan(0.8)
  })

  // Pieces that change how a parser reads what follows.
  const pieces = fc.constantFrom(
    ...['<', '>', '/', '=', '"', "'", '`', ' ', '\n', '\0', '-', '!', '--', '-->', '<!--', '--!>', '<![CDATA[', ']]>'],
    ...[
      '&',
      '&lt;',
      '&gt',
      '&quot;',
      '&#x3c;',
      '&#0;',
      '&amp;lt;',
      '<?',
      '</',
      '/>',
      '<a ',
      '</a>',
      '<p',
      '<b>',
      '</b>',
    ],
    ...['<svg>', '</svg>', '<math>', '<mtext>', '<mglyph>', '<style>', '</style>', '<title>', '</title>', '<desc>'],
    ...['<script>', '</script>', '<noscript>', '</noscript>', '<template>', '</template>', '<textarea>', '<xmp>'],
    ...['<select>', '</select>', '<form>', '</form>', '<table>', '</table>', '<tr>', '<td ', '<ol start=', '<img src='],
    ...['<plaintext>', '<iframe>', '<foreignObject>', '<body>', '</p>', 'href=', 'src=', 'onerror=x', 'style=', 'alt='],
    ...[
      'javascript:',
      'https://x.example',
      'data:image/png;base64,AA',
      'x',
      '中',
      '[',
      '](',
      ')',
      '![',
      '*',
      '_',
      '`',
      '|',
    ],
    ...['\n\n', '    ', '# ', '> ', '- ', '|-|', '~~', '\\'],
  )
  const hostile = fc
    .array(
      fc.oneof({ weight: 9, arbitrary: pieces }, fc.constantFrom(...hostileMarkdown), fc.string({ unit: 'binary' })),
      {
        maxLength: 40,
      },
    )
    .map((parts) => parts.join(''))

  it('is nothing but what may be there, whatever went in', () => {
    fc.assert(
      fc.property(hostile, (source) => {
        for (const html of [source, markdownHtml(source), plainHtml(source)])
          for (const shown of shownOf(html)) expect(wrongIn(shown)).toEqual([])
      }),
      { numRuns: 300 },
    )
  })
})
