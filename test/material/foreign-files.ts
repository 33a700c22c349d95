import { gzipSync } from 'node:zlib'
import { holding } from '../../functions/material/picture/open-vips.ts'
import { drawing } from '../../local/specimens/drawing.ts'
import { anybody, drawnPage } from './good-picture.ts'
import { type HostilePicture, noise, ofType } from './hostile-picture.ts'

const text = (content: string): Uint8Array => Buffer.from(content, 'latin1')

const SCRIPT = '<script>alert(document.domain)</script>'
const SVG = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="900">${SCRIPT}<rect width="900" height="900"/></svg>`

/** A box of the file formats of video, which HEIC and AVIF are in. */
const brand = (name: string): Uint8Array =>
  Buffer.concat([text(`\0\0\0\x1cftyp${name}\0\0\0\0mif1${name}MiHB`), noise(400, 5)])

/** What only begins as a file of its kind does. */
const beginnings: Record<string, Uint8Array> = {
  svg: text(SVG),
  'svg after a byte order mark': text(`\xef\xbb\xbf<?xml version="1.0"?>${SVG}`),
  'svg with an entity that grows': text(
    `<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><svg xmlns="http://www.w3.org/2000/svg"><text>&b;</text></svg>`,
  ),
  'svg that names a file': text('<svg xmlns:xlink="x"><image xlink:href="file:///etc/passwd"/></svg>'),
  'svg, gzipped': gzipSync(SVG),
  'gzip of nothing but zeros': gzipSync(Buffer.alloc(10_000_000)),
  html: text(`<!doctype html><html>${SCRIPT}</html>`),
  xml: text('<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><r>&x;</r>'),
  json: text('{"$ne":null}'),
  php: text('<?php system($_GET[0]); ?>'),
  'shell script': text('#!/bin/sh\nid\n'),
  'text that ImageMagick would run': text('push graphic-context\nfill \'url(https://x/"|id")\'\npop graphic-context'),
  postscript: text('%!PS-Adobe-3.0 EPSF-3.0\n(%pipe%id) (r) file\n'),
  pdf: text('%PDF-1.7\n1 0 obj<</Type/Catalog/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\n'),
  zip: Buffer.concat([text('PK\x03\x04\x14\0\0\0\b\0'), noise(300, 3)]),
  'word document': Buffer.concat([text('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), noise(300, 4)]),
  program: Buffer.concat([text('\x7fELF\x02\x01\x01'), noise(300, 6)]),
  'windows program': Buffer.concat([text('MZ\x90\0'), noise(300, 7)]),
  webassembly: text('\0asm\x01\0\0\0'),
  bmp: Buffer.concat([text('BM\x36\x0c\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0'), noise(300, 8)]),
  icon: Buffer.concat([text('\0\0\x01\0\x01\0\x20\x20\0\0\x01\0\x18\0'), noise(300, 9)]),
  photoshop: text('8BPS\0\x01\0\0\0\0\0\0\0\x03\0\0\x03\xe8\0\0\x03\xe8\0\x08\0\x03'),
  'portable pixmap': Buffer.concat([text('P6\n900 900\n255\n'), Buffer.alloc(2_430_000)]),
  'radiance hdr': text('#?RADIANCE\nFORMAT=32-bit_rle_rgbe\n\n-Y 900 +X 900\n'),
  openexr: text('\x76\x2f\x31\x01\x02\0\0\0'),
  'vips of its own': text('\xb6\xa6\xf2\x08\0\0\0\0'),
  heic: brand('heic'),
  avif: brand('avif'),
  'video of an iphone': brand('qt  '),
  'jpeg xl': text('\0\0\0\x0cJXL \r\n\x87\n'),
  'jpeg xl, bare': text('\xff\x0a\xfa\x7f\x01'),
  'jpeg 2000': text('\0\0\0\x0cjP  \r\n\x87\n'),
  'camera raw': Buffer.concat([text('II*\0\x10\0\0\0CR\x02\0'), noise(300, 10)]),
  zeros: new Uint8Array(5000),
  'one byte': new Uint8Array([0xff]),
  'nothing but noise': noise(5000, 11),
  'more noise': noise(50_000, 12),
}

/** Whole pictures of other forms, every one of which the library could decode if it were let. */
const others = async (): Promise<Record<string, Uint8Array>> => {
  const vips = await drawing()
  return holding((hold) => {
    const page = hold(drawnPage(vips, { person: anybody, width: 800 }))
    const frames = hold(hold(page.join(page, 'vertical')).copy())
    return {
      gif: page.gifsaveBuffer({ effort: 1 }),
      'gif that moves': frames.gifsaveBuffer({ effort: 1, page_height: page.height }),
      webp: page.webpsaveBuffer({ effort: 0 }),
      'webp that moves': frames.webpsaveBuffer({ effort: 0, page_height: page.height }),
      tiff: page.tiffsaveBuffer(),
      'tiff of jpegs': page.tiffsaveBuffer({ compression: 'jpeg' }),
    }
  })
}

/** Everything that is neither a JPEG nor a PNG, sent as both. */
export const foreignFiles = async (): Promise<HostilePicture[]> => {
  const files = { ...beginnings, ...(await others()) }
  return (['image/jpeg', 'image/png'] as const).flatMap((type) => [
    ...ofType(type, 'empty', { 'no byte': new Uint8Array() }),
    ...ofType(type, 'wrong_format', files),
  ])
}
