import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { keptReleases, released, releasesIn } from '../../infra/pages/releases.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shiming-kept-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('the releases of the pages', () => {
  it('have the present one at their head, and at most five', () => {
    const earlier = [['e.js'], ['d.js'], ['c.js'], ['b.js'], ['a.js']]
    expect(released(['f.css', 'f-1.js'], earlier)).toEqual([
      ['f-1.js', 'f.css'],
      ['e.js'],
      ['d.js'],
      ['c.js'],
      ['b.js'],
    ])
  })

  it('do not grow by building the same again', () => {
    expect(released(['b.css', 'a.js'], [['a.js', 'b.css'], ['old.js']])).toEqual([['a.js', 'b.css'], ['old.js']])
  })

  it('are read as names of files that pages load, and nothing else', () => {
    expect(releasesIn([['index-a1_B.js', 'x.y.css']])).toEqual([['index-a1_B.js', 'x.y.css']])
    for (const name of ['../x.js', 'a/b.js', 'x.html', 'x.js.br', '.js', 'x', 'hashes.json'])
      expect(() => releasesIn([[name]]), name).toThrow()
  })

  it('bring the files that were fetched', () => {
    expect(keptReleases(folder)).toEqual({ releases: [], files: new Map() })
    writeFileSync(join(folder, 'a.js'), 'a')
    writeFileSync(join(folder, 'releases.json'), '[["a.js","gone.js"]]')
    const { releases, files } = keptReleases(folder)
    expect(releases).toEqual([['a.js', 'gone.js']])
    expect([...files.keys()]).toEqual(['a.js'])
  })
})
