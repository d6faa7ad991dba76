/* A worker serves only what lies at or below its own folder: this file lies at the top of the site. */
self.HTSD_BASE = '/htsd/';
importScripts('/htsd/htsd-sw.js');
