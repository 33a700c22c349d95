import { describe, expect, it } from 'vitest'
import { readsHtml } from '../../../functions/messaging/reading/html-parts.ts'

/** What a reader is told, in short. */
const told = (html: string): string => {
  const parts: string[] = []
  readsHtml(html, {
    open: (name, attributes) => void parts.push(`<${name}${JSON.stringify(attributes).replace('{}', '')}>`),
    text: (text) => void parts.push(text),
    close: (name) => void parts.push(`</${name}>`),
  })
  return parts.join('')
}

describe('a reader of HTML', () => {
  it('is told of tags, texts and ends, decoded, and with names in lower case', () => {
    expect(told('<P Title="a&amp;b" title=c>&lt;x&#x4e2d;</P>')).toBe('<p{"title":"a&b"}><x中</p>')
    expect(told('<image src=x>')).toBe('<img{"src":"x"}></img>')
  })

  it('is told nothing of what nobody reads, and of all around it', () => {
    for (const name of [
      ...['script', 'style', 'title', 'textarea', 'xmp', 'iframe', 'noembed', 'noframes', 'noscript', 'template'],
      ...['svg', 'math', 'object', 'select', 'audio', 'video', 'canvas'],
    ]) {
      expect(told(`<b>a<${name}>b<${name}-x>c</${name}-x></${name}>d</b>e`), name).toBe('<b>ad</b>e')
      expect(told(`a<${name}>b`), name).toBe('a')
    }
    expect(told('a<svg/>b<svg><title>c</title><svg>d</svg>e</svg><i>f</i>')).toBe('ab<i>f</i>')
    expect(told('a<template><p>b<template>c</template><p>d</template>e')).toBe('ae')
  })

  it('comes to the end unless more than a thousand tags are open', () => {
    const none = { open: () => undefined, text: () => undefined, close: () => undefined }
    expect(readsHtml('<i>'.repeat(1000), none)).toBe(true)
    expect(readsHtml(`${'<i>'.repeat(1000)}${'</i><i>'.repeat(9)}${'</i>'.repeat(1000)}`, none)).toBe(true)
    expect(readsHtml(`${'<i>'.repeat(1001)}${'</i>'.repeat(1001)}`, none)).toBe(false)
    expect(readsHtml(`${'<b></b>'.repeat(600)}${'<i>'.repeat(1001)}`, none)).toBe(false)
    expect(told(`${'<i>'.repeat(1001)}never`)).toBe('<i>'.repeat(1000))
    expect(readsHtml(`<svg>${'<g>'.repeat(1000)}`, none)).toBe(false)
  })
})
