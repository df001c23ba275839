import { spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const NGINX = '/usr/sbin/nginx'

/** As in the README: what anybody reads is spread over the replicas, everything else goes to the writer. */
const configuration = (folder: string, port: number, writer: string, readers: readonly string[]): string => {
  const hostOf = (address: string) => new URL(address).host
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  return `
${process.getuid?.() === 0 ? 'user root;' : ''}
daemon off;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log;
events { worker_connections 1024; }
http {
  access_log off;
  ${paths.map((name) => `${name}_temp_path ${folder}/${name};`).join('\n  ')}
  upstream writer { server ${hostOf(writer)}; keepalive 16; }
  upstream readers {
    ${readers.map((one) => `server ${hostOf(one)} max_fails=1 fail_timeout=5s;`).join('\n    ')}
    server ${hostOf(writer)} backup;
    keepalive 16;
  }
  map $request_method:$http_authorization:$http_cookie $bentang {
    default writer;
    "~^(GET|HEAD)::((?!bentang=).)*$" readers;
  }
  server {
    listen 127.0.0.1:${port};
    location / {
      proxy_pass http://$bentang;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_set_header Host $host;
      proxy_connect_timeout 1s;
      proxy_next_upstream error timeout http_502 http_503;
    }
  }
}
`
}

/** Debian's nginx before these servers, in a folder of its own. */
export const startNginx = async (given: {
  folder: string
  port: number
  writer: string
  readers: readonly string[]
}) => {
  const folder = join(given.folder, 'nginx')
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'nginx.conf')
  writeFileSync(file, configuration(folder, given.port, given.writer, given.readers))
  const child = spawn(NGINX, ['-p', folder, '-c', file], { stdio: ['ignore', 'inherit', 'inherit'] })
  const address = `http://127.0.0.1:${given.port}`
  for (let tries = 0; tries < 50; tries += 1) {
    if (
      await fetch(`${address}/healthz`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      break
    await pause(100)
  }
  return {
    address,
    async stop() {
      child.kill('SIGTERM')
      await new Promise((done) => child.once('close', done))
    },
  }
}
