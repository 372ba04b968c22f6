import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { addressOf } from './address.js';

const request = (remoteAddress: string | undefined, forwarded?: string) =>
  ({ socket: { remoteAddress }, headers: { 'x-forwarded-for': forwarded } }) as unknown as IncomingMessage;

describe('the address of a request', () => {
  it('is what the socket says, whatever a header claims, where no proxy is trusted', () => {
    expect(addressOf(request('192.0.2.1', '198.51.100.9'), 0)).toBe('192.0.2.1');
    expect(addressOf(request('::ffff:192.0.2.1'), 0)).toBe('192.0.2.1');
  });

  it('is what the outermost trusted proxy heard, not what the client wrote before it', () => {
    expect(addressOf(request('10.0.0.1', '203.0.113.1, 198.51.100.9'), 1)).toBe('198.51.100.9');
    expect(addressOf(request('10.0.0.1', '203.0.113.1, 198.51.100.9, 10.0.0.2'), 2)).toBe('198.51.100.9');
    expect(addressOf(request('10.0.0.1', '198.51.100.9'), 2)).toBe('198.51.100.9');
    expect(addressOf(request('10.0.0.1'), 1)).toBe('10.0.0.1');
  });

  it('is the network of an IPv6 address, however it is written', () => {
    const same = ['2001:db8:0:1::7', '2001:0DB8:0000:0001:ffff:1:2:3', '2001:db8:0:1:0::'];
    expect(new Set(same.map((address) => addressOf(request(address), 0)))).toEqual(new Set(['2001:db8:0:1']));
    expect(addressOf(request('2001:db8::1'), 0)).toBe('2001:db8:0:0');
    expect(addressOf(request('::1'), 0)).toBe('0:0:0:0');
    expect(addressOf(request('fe80::1%eth0'), 0)).toBe('fe80:0:0:0');
  });

  it('is unknown where it is none', () => {
    expect(addressOf(request(undefined), 0)).toBe('unknown');
    expect(addressOf(request('10.0.0.1', 'nonsense; drop table'), 1)).toBe('unknown');
  });
});
