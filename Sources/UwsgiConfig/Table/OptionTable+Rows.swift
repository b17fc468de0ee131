extension OptionTable {
  /// One option a line: name, short, argument, plugin, kind, flags, since.
  ///
  /// Made by `script/generate-uwsgi-options`.
  static let rows = """
    socket	s	required	core	list-socket		2.0.21
    uwsgi-socket	s	required	core	list-socket		2.0.21
    suwsgi-socket		required	core	list-socket		2.0.21
    ssl-socket		required	core	list-socket		2.0.21
    http-socket		required	core	list-socket		2.0.21
    http-socket-modifier1		required	core	uint64		2.0.21
    http-socket-modifier2		required	core	uint64		2.0.21
    http11-socket		required	core	list-socket		2.0.21
    https-socket		required	core	list-socket		2.0.21
    https-socket-modifier1		required	core	uint64		2.0.21
    https-socket-modifier2		required	core	uint64		2.0.21
    fastcgi-socket		required	core	list-socket		2.0.21
    fastcgi-nph-socket		required	core	list-socket		2.0.21
    fastcgi-modifier1		required	core	uint64		2.0.21
    fastcgi-modifier2		required	core	uint64		2.0.21
    scgi-socket		required	core	list-socket		2.0.21
    scgi-nph-socket		required	core	list-socket		2.0.21
    scgi-modifier1		required	core	uint64		2.0.21
    scgi-modifier2		required	core	uint64		2.0.21
    raw-socket		required	core	list-socket		2.0.21
    raw-modifier1		required	core	uint64		2.0.21
    raw-modifier2		required	core	uint64		2.0.21
    puwsgi-socket		required	core	list-socket		2.0.21
    protocol		required	core	string		2.0.21
    socket-protocol		required	core	string		2.0.21
    shared-socket		required	core	list-socket		2.0.21
    undeferred-shared-socket		required	core	list-socket		2.0.21
    processes	p	required	core	int>=0		2.0.21
    workers	p	required	core	int>=0		2.0.21
    thunder-lock		none	core	bool		2.0.21
    harakiri	t	required	core	int>=0		2.0.21
    harakiri-verbose		none	core	bool		2.0.21
    harakiri-graceful-timeout		required	core	int>=0		2.0.22
    harakiri-graceful-signal		required	core	int>=0		2.0.22
    harakiri-queue-threshold		required	core	int>=0		2.0.22
    harakiri-no-arh		none	core	bool		2.0.21
    no-harakiri-arh		none	core	bool		2.0.21
    no-harakiri-after-req-hook		none	core	bool		2.0.21
    backtrace-depth		required	core	int>=0		2.0.21
    mule-harakiri		required	core	int>=0		2.0.21
    xmlconfig	x	required	core	special	immediate	2.0.21
    xml	x	required	core	special	immediate	2.0.21
    config		required	core	special	immediate	2.0.21
    fallback-config		required	core	string	immediate	2.0.21
    strict		none	core	bool	immediate	2.0.21
    skip-zero		none	core	bool		2.0.21
    skip-atexit		none	core	bool		2.0.21
    skip-atexit-teardown		none	core	bool		2.0.21
    set	S	required	core	special	immediate	2.0.21
    set-placeholder		required	core	special	immediate	2.0.21
    set-ph		required	core	special	immediate	2.0.21
    get		required	core	list	no-initial	2.0.21
    declare-option		required	core	special	immediate	2.0.21
    declare-option2		required	core	special		2.0.21
    resolve		required	core	special	immediate	2.0.21
    for		required	core	logic	immediate	2.0.21
    for-glob		required	core	logic	immediate	2.0.21
    for-times		required	core	logic	immediate	2.0.21
    for-readline		required	core	logic	immediate	2.0.21
    endfor		optional	core	noop	immediate	2.0.21
    end-for		optional	core	noop	immediate	2.0.21
    if-opt		required	core	logic	immediate	2.0.21
    if-not-opt		required	core	logic	immediate	2.0.21
    if-env		required	core	logic	immediate	2.0.21
    if-not-env		required	core	logic	immediate	2.0.21
    ifenv		required	core	logic	immediate	2.0.21
    if-reload		none	core	logic	immediate	2.0.21
    if-not-reload		none	core	logic	immediate	2.0.21
    if-hostname		required	core	logic	immediate	2.0.21
    if-not-hostname		required	core	logic	immediate	2.0.21
    if-hostname-match		required	core	logic	immediate	2.0.21
    if-not-hostname-match		required	core	logic	immediate	2.0.21
    if-exists		required	core	logic	immediate	2.0.21
    if-not-exists		required	core	logic	immediate	2.0.21
    ifexists		required	core	logic	immediate	2.0.21
    if-plugin		required	core	logic	immediate	2.0.21
    if-not-plugin		required	core	logic	immediate	2.0.21
    ifplugin		required	core	logic	immediate	2.0.21
    if-file		required	core	logic	immediate	2.0.21
    if-not-file		required	core	logic	immediate	2.0.21
    if-dir		required	core	logic	immediate	2.0.21
    if-not-dir		required	core	logic	immediate	2.0.21
    ifdir		required	core	logic	immediate	2.0.21
    if-directory		required	core	logic	immediate	2.0.21
    endif		optional	core	noop	immediate	2.0.21
    end-if		optional	core	noop	immediate	2.0.21
    blacklist		required	core	string	immediate	2.0.21
    end-blacklist		none	core	clear	immediate	2.0.21
    whitelist		required	core	string	immediate	2.0.21
    end-whitelist		none	core	clear	immediate	2.0.21
    ignore-sigpipe		none	core	bool		2.0.21
    ignore-write-errors		none	core	bool		2.0.21
    write-errors-tolerance		required	core	uint64		2.0.21
    write-errors-exception-only		none	core	bool		2.0.21
    disable-write-exception		none	core	bool		2.0.21
    inherit		required	core	special		2.0.21
    include		required	core	special	immediate	2.0.21
    inject-before		required	core	list	immediate	2.0.21
    inject-after		required	core	list	immediate	2.0.21
    daemonize	d	required	core	string		2.0.21
    daemonize2		required	core	string		2.0.21
    stop		required	core	special	immediate	2.0.21
    reload		required	core	special	immediate	2.0.21
    pause		required	core	special	immediate	2.0.21
    suspend		required	core	special	immediate	2.0.21
    resume		required	core	special	immediate	2.0.21
    connect-and-read		required	core	special	immediate	2.0.21
    extract		required	core	special	immediate	2.0.21
    listen	l	required	core	int>=0	immediate	2.0.21
    max-vars	v	required	core	special		2.0.21
    max-apps		required	core	int>=0		2.0.21
    buffer-size	b	required	core	uint16		2.0.21
    memory-report	m	none	core	bool		2.0.21
    profiler		required	core	string		2.0.21
    cgi-mode	c	none	core	bool		2.0.21
    abstract-socket	a	none	core	bool		2.0.21
    chmod-socket	C	optional	core	special		2.0.21
    chmod	C	optional	core	special		2.0.21
    chown-socket		required	core	string		2.0.21
    umask		required	core	special	immediate	2.0.21
    freebind		none	core	bool		2.0.21
    map-socket		required	core	list		2.0.21
    enable-threads	T	none	core	bool		2.0.21
    no-threads-wait		none	core	bool		2.0.21
    auto-procname		none	core	bool		2.0.21
    procname-prefix		required	core	string	procname	2.0.21
    procname-prefix-spaced		required	core	string	procname	2.0.21
    procname-append		required	core	string	procname	2.0.21
    procname		required	core	string	procname	2.0.21
    procname-master		required	core	string	procname	2.0.21
    single-interpreter	i	none	core	bool		2.0.21
    need-app		none	core	bool		2.0.21
    master	M	none	core	bool		2.0.21
    honour-stdin		none	core	bool		2.0.21
    emperor		required	core	list		2.0.21
    emperor-proxy-socket		required	core	string		2.0.21
    emperor-wrapper		required	core	string		2.0.21
    emperor-wrapper-override		required	core	list		2.0.21
    emperor-wrapper-fallback		required	core	list		2.0.21
    emperor-nofollow		none	core	bool		2.0.21
    emperor-procname		required	core	string		2.0.21
    emperor-freq		required	core	int>=0		2.0.21
    emperor-required-heartbeat		required	core	int>=0		2.0.21
    emperor-curse-tolerance		required	core	int>=0		2.0.21
    emperor-pidfile		required	core	string		2.0.21
    emperor-tyrant		none	core	bool		2.0.21
    emperor-tyrant-nofollow		none	core	bool		2.0.21
    emperor-stats		required	core	string		2.0.21
    emperor-stats-server		required	core	string		2.0.21
    early-emperor		none	core	bool		2.0.21
    emperor-broodlord		required	core	int>=0		2.0.21
    emperor-throttle		required	core	int>=0		2.0.21
    emperor-max-throttle		required	core	int>=0		2.0.21
    emperor-magic-exec		none	core	bool		2.0.21
    emperor-on-demand-extension		required	core	string		2.0.21
    emperor-on-demand-ext		required	core	string		2.0.21
    emperor-on-demand-directory		required	core	string		2.0.21
    emperor-on-demand-dir		required	core	string		2.0.21
    emperor-on-demand-exec		required	core	string		2.0.21
    emperor-extra-extension		required	core	list		2.0.21
    emperor-extra-ext		required	core	list		2.0.21
    emperor-no-blacklist		none	core	bool		2.0.21
    emperor-use-clone		required	core	special		2.0.21
    emperor-graceful-shutdown		none	core	bool		2.0.21
    emperor-cap		required	core	special		2.0.21
    vassals-cap		required	core	special		2.0.21
    vassal-cap		required	core	special		2.0.21
    imperial-monitor-list		none	core	bool		2.0.21
    imperial-monitors-list		none	core	bool		2.0.21
    vassals-inherit		required	core	list		2.0.21
    vassals-include		required	core	list		2.0.21
    vassals-inherit-before		required	core	list		2.0.21
    vassals-include-before		required	core	list		2.0.21
    vassals-start-hook		required	core	string		2.0.21
    vassals-stop-hook		required	core	string		2.0.21
    vassal-sos		required	core	int>=0		2.0.21
    vassal-sos-backlog		required	core	int>=0		2.0.21
    vassals-set		required	core	list		2.0.21
    vassal-set		required	core	list		2.0.21
    heartbeat		required	core	int>=0		2.0.21
    reload-mercy		required	core	int>=0		2.0.21
    worker-reload-mercy		required	core	int>=0		2.0.21
    mule-reload-mercy		required	core	int>=0		2.0.21
    exit-on-reload		none	core	bool		2.0.21
    die-on-term		none	core	bool		2.0.21
    force-gateway		none	core	bool		2.0.21
    help	h	none	core	special	immediate	2.0.21
    usage	h	none	core	special	immediate	2.0.21
    print-sym		required	core	special	immediate	2.0.21
    print-symbol		required	core	special	immediate	2.0.21
    reaper	r	none	core	bool		2.0.21
    max-requests	R	required	core	uint64		2.0.21
    max-requests-delta		required	core	uint64		2.0.29
    min-worker-lifetime		required	core	uint64		2.0.21
    max-worker-lifetime		required	core	uint64		2.0.21
    max-worker-lifetime-delta		required	core	int>=0		2.0.21
    socket-timeout	z	required	core	int>=0		2.0.21
    no-fd-passing		none	core	bool		2.0.21
    locks		required	core	int>=0		2.0.21
    lock-engine		required	core	string		2.0.21
    ftok		required	core	string		2.0.21
    persistent-ipcsem		none	core	bool		2.0.21
    sharedarea	A	required	core	list		2.0.21
    safe-fd		required	core	special		2.0.21
    fd-safe		required	core	special		2.0.21
    cache		required	core	uint64		2.0.21
    cache-blocksize		required	core	uint64		2.0.21
    cache-store		required	core	string	master	2.0.21
    cache-store-sync		required	core	int>=0		2.0.21
    cache-no-expire		none	core	bool		2.0.21
    cache-expire-freq		required	core	int>=0		2.0.21
    cache-report-freed-items		none	core	bool		2.0.21
    cache-udp-server		required	core	list	master	2.0.21
    cache-udp-node		required	core	list	master	2.0.21
    cache-sync		required	core	string		2.0.21
    cache-use-last-modified		none	core	bool		2.0.21
    add-cache-item		required	core	list		2.0.21
    load-file-in-cache		required	core	list		2.0.21
    load-file-in-cache-gzip		required	core	list		2.0.21
    cache2		required	core	list		2.0.21
    queue		required	core	int>=0		2.0.21
    queue-blocksize		required	core	int>=0		2.0.21
    queue-store		required	core	string	master	2.0.21
    queue-store-sync		required	core	int>=0		2.0.21
    spooler	Q	required	core	special	master	2.0.21
    spooler-external		required	core	special	master	2.0.21
    spooler-ordered		none	core	bool		2.0.21
    spooler-chdir		required	core	string		2.0.21
    spooler-processes		required	core	int>=0	immediate	2.0.21
    spooler-quiet		none	core	bool		2.0.21
    spooler-max-tasks		required	core	int>=0		2.0.21
    spooler-harakiri		required	core	int>=0		2.0.21
    spooler-frequency		required	core	int>=0		2.0.21
    spooler-freq		required	core	int>=0		2.0.21
    mule		optional	core	special	master	2.0.21
    mules		required	core	special	master	2.0.21
    farm		required	core	special	master	2.0.21
    mule-msg-size		optional	core	int>=0	master	2.0.21
    signal		required	core	special	immediate	2.0.21
    signal-bufsize		required	core	int>=0		2.0.21
    signals-bufsize		required	core	int>=0		2.0.21
    signal-timer		required	core	list	master	2.0.21
    timer		required	core	list	master	2.0.21
    signal-rbtimer		required	core	list	master	2.0.21
    rbtimer		required	core	list	master	2.0.21
    rpc-max		required	core	uint64		2.0.21
    disable-logging	L	none	core	bool-inverted		2.0.21
    flock		required	core	special	immediate	2.0.21
    flock-wait		required	core	special	immediate	2.0.21
    flock2		required	core	string	immediate	2.0.21
    flock-wait2		required	core	string	immediate	2.0.21
    pidfile		required	core	string		2.0.21
    pidfile2		required	core	string		2.0.21
    safe-pidfile		required	core	string		2.0.21
    safe-pidfile2		required	core	string		2.0.21
    chroot		required	core	string		2.0.21
    pivot-root		required	core	string		2.0.21
    pivot_root		required	core	string		2.0.21
    uid		required	core	user		2.0.21
    gid		required	core	group		2.0.21
    add-gid		required	core	list		2.0.21
    immediate-uid		required	core	user	immediate	2.0.21
    immediate-gid		required	core	group	immediate	2.0.21
    no-initgroups		none	core	bool		2.0.21
    cap		required	core	special		2.0.21
    unshare		required	core	special		2.0.21
    unshare2		required	core	special		2.0.21
    setns-socket		required	core	string	master	2.0.21
    setns-socket-skip		required	core	list		2.0.21
    setns-skip		required	core	list		2.0.21
    setns		required	core	string		2.0.21
    setns-preopen		none	core	bool		2.0.21
    jailed		none	core	bool		2.0.21
    refork		none	core	bool		2.0.21
    re-fork		none	core	bool		2.0.21
    refork-as-root		none	core	bool		2.0.21
    re-fork-as-root		none	core	bool		2.0.21
    refork-post-jail		none	core	bool		2.0.21
    re-fork-post-jail		none	core	bool		2.0.21
    hook-asap		required	core	list		2.0.21
    hook-pre-jail		required	core	list		2.0.21
    hook-post-jail		required	core	list		2.0.21
    hook-in-jail		required	core	list		2.0.21
    hook-as-root		required	core	list		2.0.21
    hook-as-user		required	core	list		2.0.21
    hook-as-user-atexit		required	core	list		2.0.21
    hook-pre-app		required	core	list		2.0.21
    hook-post-app		required	core	list		2.0.21
    hook-post-fork		required	core	list		2.0.21
    hook-accepting		required	core	list		2.0.21
    hook-accepting1		required	core	list		2.0.21
    hook-accepting-once		required	core	list		2.0.21
    hook-accepting1-once		required	core	list		2.0.21
    hook-master-start		required	core	list		2.0.21
    hook-touch		required	core	list		2.0.21
    hook-emperor-start		required	core	list		2.0.21
    hook-emperor-stop		required	core	list		2.0.21
    hook-emperor-reload		required	core	list		2.0.21
    hook-emperor-lost		required	core	list		2.0.21
    hook-as-vassal		required	core	list		2.0.21
    hook-as-emperor		required	core	list		2.0.21
    hook-as-mule		required	core	list		2.0.21
    hook-as-gateway		required	core	list		2.0.21
    after-request-hook		required	core	list		2.0.21
    after-request-call		required	core	list		2.0.21
    exec-asap		required	core	list		2.0.21
    exec-pre-jail		required	core	list		2.0.21
    exec-post-jail		required	core	list		2.0.21
    exec-in-jail		required	core	list		2.0.21
    exec-as-root		required	core	list		2.0.21
    exec-as-user		required	core	list		2.0.21
    exec-as-user-atexit		required	core	list		2.0.21
    exec-pre-app		required	core	list		2.0.21
    exec-post-app		required	core	list		2.0.21
    exec-as-vassal		required	core	list		2.0.21
    exec-as-emperor		required	core	list		2.0.21
    mount-asap		required	core	list		2.0.21
    mount-pre-jail		required	core	list		2.0.21
    mount-post-jail		required	core	list		2.0.21
    mount-in-jail		required	core	list		2.0.21
    mount-as-root		required	core	list		2.0.21
    mount-as-vassal		required	core	list		2.0.21
    mount-as-emperor		required	core	list		2.0.21
    umount-asap		required	core	list		2.0.21
    umount-pre-jail		required	core	list		2.0.21
    umount-post-jail		required	core	list		2.0.21
    umount-in-jail		required	core	list		2.0.21
    umount-as-root		required	core	list		2.0.21
    umount-as-vassal		required	core	list		2.0.21
    umount-as-emperor		required	core	list		2.0.21
    wait-for-interface		required	core	list		2.0.21
    wait-for-interface-timeout		required	core	int>=0		2.0.21
    wait-interface		required	core	list		2.0.21
    wait-interface-timeout		required	core	int>=0		2.0.21
    wait-for-iface		required	core	list		2.0.21
    wait-for-iface-timeout		required	core	int>=0		2.0.21
    wait-iface		required	core	list		2.0.21
    wait-iface-timeout		required	core	int>=0		2.0.21
    wait-for-fs		required	core	list		2.0.21
    wait-for-file		required	core	list		2.0.21
    wait-for-dir		required	core	list		2.0.21
    wait-for-mountpoint		required	core	list		2.0.21
    wait-for-fs-timeout		required	core	int>=0		2.0.21
    wait-for-socket		required	core	list		2.0.21
    wait-for-socket-timeout		required	core	int>=0		2.0.21
    call-asap		required	core	list		2.0.21
    call-pre-jail		required	core	list		2.0.21
    call-post-jail		required	core	list		2.0.21
    call-in-jail		required	core	list		2.0.21
    call-as-root		required	core	list		2.0.21
    call-as-user		required	core	list		2.0.21
    call-as-user-atexit		required	core	list		2.0.21
    call-pre-app		required	core	list		2.0.21
    call-post-app		required	core	list		2.0.21
    call-as-vassal		required	core	list		2.0.21
    call-as-vassal1		required	core	list		2.0.21
    call-as-vassal3		required	core	list		2.0.21
    call-as-emperor		required	core	list		2.0.21
    call-as-emperor1		required	core	list		2.0.21
    call-as-emperor2		required	core	list		2.0.21
    call-as-emperor4		required	core	list		2.0.21
    ini		required	core	special	immediate	2.0.21
    yaml	y	required	core	special	immediate	2.0.21
    yml	y	required	core	special	immediate	2.0.21
    json	j	required	core	special	immediate	2.0.21
    js	j	required	core	special	immediate	2.0.21
    weight		required	core	uint64		2.0.21
    auto-weight		required	core	bool		2.0.21
    no-server		none	core	bool		2.0.21
    command-mode		none	core	bool	immediate	2.0.21
    no-defer-accept		none	core	bool		2.0.21
    tcp-nodelay		none	core	bool		2.0.21
    so-keepalive		none	core	bool		2.0.21
    so-send-timeout		none	core	int>=0		2.0.21
    socket-send-timeout		none	core	int>=0		2.0.21
    so-write-timeout		none	core	int>=0		2.0.21
    socket-write-timeout		none	core	int>=0		2.0.21
    socket-sndbuf		required	core	uint64		2.0.21
    socket-rcvbuf		required	core	uint64		2.0.21
    shutdown-sockets		none	core	bool		2.0.21
    limit-as		required	core	uint64-megabytes		2.0.21
    limit-nproc		required	core	int>=0		2.0.21
    reload-on-as		required	core	uint64-megabytes	memory	2.0.21
    reload-on-rss		required	core	uint64-megabytes	memory	2.0.21
    evil-reload-on-as		required	core	uint64-megabytes	master,memory	2.0.21
    evil-reload-on-rss		required	core	uint64-megabytes	master,memory	2.0.21
    mem-collector-freq		required	core	int>=0		2.0.21
    reload-on-fd		required	core	list	master	2.0.21
    brutal-reload-on-fd		required	core	list	master	2.0.21
    ksm		optional	core	int>=0		2.0.21
    pcre-jit		none	core	special	immediate	2.0.21
    never-swap		none	core	bool		2.0.21
    touch-reload		required	core	list	master	2.0.21
    touch-workers-reload		required	core	list	master	2.0.21
    touch-mules-reload		required	core	list	master	2.0.21
    touch-spoolers-reload		required	core	list	master	2.0.21
    touch-chain-reload		required	core	list	master	2.0.21
    touch-logrotate		required	core	list	master,log-master	2.0.21
    touch-logreopen		required	core	list	master,log-master	2.0.21
    touch-exec		required	core	list	master	2.0.21
    touch-signal		required	core	list	master	2.0.21
    fs-reload		required	core	list	master	2.0.21
    fs-brutal-reload		required	core	list	master	2.0.21
    fs-signal		required	core	list	master	2.0.21
    check-mountpoint		required	core	list	master	2.0.21
    mountpoint-check		required	core	list	master	2.0.21
    check-mount		required	core	list	master	2.0.21
    mount-check		required	core	list	master	2.0.21
    propagate-touch		none	core	bool		2.0.21
    limit-post		required	core	uint64		2.0.21
    no-orphans		none	core	bool		2.0.21
    prio		required	core	int		2.0.21
    cpu-affinity		required	core	int>=0		2.0.21
    post-buffering		required	core	uint64		2.0.21
    post-buffering-bufsize		required	core	uint64		2.0.21
    body-read-warning		required	core	uint64		2.0.21
    upload-progress		required	core	string		2.0.21
    no-default-app		none	core	bool		2.0.21
    manage-script-name		none	core	bool		2.0.21
    ignore-script-name		none	core	bool		2.0.21
    catch-exceptions		none	core	bool		2.0.21
    reload-on-exception		none	core	bool		2.0.21
    reload-on-exception-type		required	core	list		2.0.21
    reload-on-exception-value		required	core	list		2.0.21
    reload-on-exception-repr		required	core	list		2.0.21
    exception-handler		required	core	list	master	2.0.21
    enable-metrics		none	core	bool	master	2.0.21
    metric		required	core	list	metrics,master	2.0.21
    metric-threshold		required	core	list	metrics,master	2.0.21
    metric-alarm		required	core	list	metrics,master	2.0.21
    alarm-metric		required	core	list	metrics,master	2.0.21
    metrics-dir		required	core	string	metrics,master	2.0.21
    metrics-dir-restore		none	core	bool	metrics,master	2.0.21
    metric-dir		required	core	string	metrics,master	2.0.21
    metric-dir-restore		none	core	bool	metrics,master	2.0.21
    metrics-no-cores		none	core	bool	metrics,master	2.0.21
    udp		required	core	string	master	2.0.21
    stats		required	core	string	master	2.0.21
    stats-server		required	core	string	master	2.0.21
    stats-http		none	core	bool	master	2.0.21
    stats-minified		none	core	bool	master	2.0.21
    stats-min		none	core	bool	master	2.0.21
    stats-push		required	core	list	master,metrics	2.0.21
    stats-pusher-default-freq		required	core	int>=0	master	2.0.21
    stats-pushers-default-freq		required	core	int>=0	master	2.0.21
    stats-no-cores		none	core	bool	master	2.0.21
    stats-no-metrics		none	core	bool	master	2.0.21
    multicast		required	core	string	master	2.0.21
    multicast-ttl		required	core	int>=0		2.0.21
    multicast-loop		required	core	int>=0		2.0.21
    master-fifo		required	core	list	master	2.0.21
    notify-socket		required	core	string	master	2.0.21
    subscription-notify-socket		required	core	string	master	2.0.21
    legion		required	core	special	master	2.0.21
    legion-mcast		required	core	special	master	2.0.21
    legion-node		required	core	special	master	2.0.21
    legion-freq		required	core	int>=0	master	2.0.21
    legion-tolerance		required	core	int>=0	master	2.0.21
    legion-death-on-lord-error		required	core	int>=0	master	2.0.21
    legion-skew-tolerance		required	core	int>=0	master	2.0.21
    legion-lord		required	core	special	master	2.0.21
    legion-unlord		required	core	special	master	2.0.21
    legion-setup		required	core	special	master	2.0.21
    legion-death		required	core	special	master	2.0.21
    legion-join		required	core	special	master	2.0.21
    legion-node-joined		required	core	special	master	2.0.21
    legion-node-left		required	core	special	master	2.0.21
    legion-quorum		required	core	special	master	2.0.21
    legion-scroll		required	core	special	master	2.0.21
    legion-scroll-max-size		required	core	uint16		2.0.21
    legion-scroll-list-max-size		required	core	uint64		2.0.21
    subscriptions-sign-check		required	core	special	master	2.0.21
    subscriptions-sign-check-tolerance		required	core	int>=0	master	2.0.21
    subscriptions-sign-skip-uid		required	core	list	master	2.0.21
    subscriptions-credentials-check		required	core	list	master	2.0.21
    subscriptions-use-credentials		none	core	bool		2.0.21
    subscription-algo		required	core	special		2.0.21
    subscription-dotsplit		none	core	bool		2.0.21
    subscribe-to		required	core	list	master	2.0.21
    st		required	core	list	master	2.0.21
    subscribe		required	core	list	master	2.0.21
    subscribe2		required	core	list	master	2.0.21
    subscribe-freq		required	core	int>=0		2.0.21
    subscription-tolerance		required	core	int>=0		2.0.21
    unsubscribe-on-graceful-reload		none	core	bool		2.0.21
    start-unsubscribed		none	core	bool		2.0.21
    subscribe-with-modifier1		required	core	string	master	2.0.21
    snmp		optional	core	special		2.0.21
    snmp-community		required	core	special		2.0.21
    ssl-verbose		none	core	bool		2.0.21
    ssl-verify-depth		optional	core	int>=0		2.0.21
    sni		required	core	special		2.0.21
    sni-dir		required	core	string		2.0.21
    sni-dir-ciphers		required	core	string		2.0.21
    ssl-enable3		none	core	bool		2.0.21
    ssl-enable-sslv3		none	core	bool		2.0.21
    ssl-enable-tlsv1		none	core	bool		2.0.21
    ssl-option		none	core	list		2.0.21
    sni-regexp		required	core	special		2.0.21
    ssl-tmp-dir		required	core	string		2.0.21
    check-interval		required	core	int>=0	master	2.0.21
    forkbomb-delay		required	core	int>=0	master	2.0.21
    binary-path		required	core	string		2.0.21
    privileged-binary-patch		required	core	string		2.0.21
    unprivileged-binary-patch		required	core	string		2.0.21
    privileged-binary-patch-arg		required	core	string		2.0.21
    unprivileged-binary-patch-arg		required	core	string		2.0.21
    async		required	core	int>=0		2.0.21
    max-fd		required	core	int>=0		2.0.21
    logto		required	core	string		2.0.21
    logto2		required	core	string		2.0.21
    log-format		required	core	string		2.0.21
    logformat		required	core	string		2.0.21
    logformat-strftime		none	core	bool		2.0.21
    log-format-strftime		none	core	bool		2.0.21
    logfile-chown		none	core	bool		2.0.21
    logfile-chmod		required	core	special		2.0.21
    log-syslog		optional	core	list	master,log-master	2.0.21
    log-socket		required	core	list	master,log-master	2.0.21
    req-logger		required	core	list	req-log-master	2.0.21
    logger-req		required	core	list	req-log-master	2.0.21
    logger		required	core	list	master,log-master	2.0.21
    logger-list		none	core	bool		2.0.21
    loggers-list		none	core	bool		2.0.21
    threaded-logger		none	core	bool	master,log-master	2.0.21
    log-encoder		required	core	list	master,log-master	2.0.21
    log-req-encoder		required	core	list	master,log-master	2.0.21
    log-drain		required	core	list	master,log-master	2.0.21
    log-filter		required	core	list	master,log-master	2.0.21
    log-route		required	core	list	master,log-master	2.0.21
    log-req-route		required	core	list	req-log-master	2.0.21
    use-abort		none	core	bool		2.0.21
    alarm		required	core	list	master	2.0.21
    alarm-cheap		required	core	bool		2.0.21
    alarm-freq		required	core	int>=0		2.0.21
    alarm-fd		required	core	list	master	2.0.21
    alarm-segfault		required	core	list	master	2.0.21
    segfault-alarm		required	core	list	master	2.0.21
    alarm-backlog		required	core	list	master	2.0.21
    backlog-alarm		required	core	list	master	2.0.21
    lq-alarm		required	core	list	master	2.0.21
    alarm-lq		required	core	list	master	2.0.21
    alarm-listen-queue		required	core	list	master	2.0.21
    listen-queue-alarm		required	core	list	master	2.0.21
    log-alarm		required	core	list	master,log-master	2.0.21
    alarm-log		required	core	list	master,log-master	2.0.21
    not-log-alarm		required	core	list	master,log-master	2.0.21
    not-alarm-log		required	core	list	master,log-master	2.0.21
    alarm-list		none	core	bool		2.0.21
    alarms-list		none	core	bool		2.0.21
    alarm-msg-size		required	core	uint64		2.0.21
    log-master		none	core	bool	master,log-master	2.0.21
    log-master-bufsize		required	core	uint64		2.0.21
    log-master-stream		none	core	bool		2.0.21
    log-master-req-stream		none	core	bool		2.0.21
    log-reopen		none	core	bool		2.0.21
    log-truncate		none	core	bool		2.0.21
    log-maxsize		required	core	uint64	master,log-master	2.0.21
    log-backupname		required	core	string		2.0.21
    logdate		optional	core	special		2.0.21
    log-date		optional	core	special		2.0.21
    log-prefix		optional	core	special		2.0.21
    log-zero		none	core	bool		2.0.21
    log-slow		required	core	int>=0		2.0.21
    log-4xx		none	core	bool		2.0.21
    log-5xx		none	core	bool		2.0.21
    log-big		required	core	uint64		2.0.21
    log-sendfile		required	core	bool		2.0.21
    log-ioerror		required	core	bool		2.0.21
    log-micros		none	core	bool		2.0.21
    log-x-forwarded-for		none	core	bool		2.0.21
    master-as-root		none	core	bool		2.0.21
    drop-after-init		none	core	bool		2.0.21
    drop-after-apps		none	core	bool		2.0.21
    force-cwd		required	core	string		2.0.21
    binsh		required	core	list		2.0.21
    chdir		required	core	string		2.0.21
    chdir2		required	core	string		2.0.21
    lazy		none	core	bool		2.0.21
    lazy-apps		none	core	bool		2.0.21
    cheap		none	core	bool	master	2.0.21
    cheaper		required	core	int>=0	master,cheaper	2.0.21
    cheaper-initial		required	core	int>=0	master,cheaper	2.0.21
    cheaper-algo		required	core	string	master	2.0.21
    cheaper-step		required	core	int>=0	master,cheaper	2.0.21
    cheaper-overload		required	core	uint64	master,cheaper	2.0.21
    cheaper-algo-list		none	core	bool		2.0.21
    cheaper-algos-list		none	core	bool		2.0.21
    cheaper-list		none	core	bool		2.0.21
    cheaper-rss-limit-soft		required	core	uint64	master,cheaper	2.0.21
    cheaper-rss-limit-hard		required	core	uint64	master,cheaper	2.0.21
    idle		required	core	int>=0	master	2.0.21
    die-on-idle		none	core	bool		2.0.21
    mount		required	core	list		2.0.21
    worker-mount		required	core	list		2.0.21
    threads		required	core	int>=0	threads	2.0.21
    thread-stacksize		required	core	int>=0	threads	2.0.21
    threads-stacksize		required	core	int>=0	threads	2.0.21
    thread-stack-size		required	core	int>=0	threads	2.0.21
    threads-stack-size		required	core	int>=0	threads	2.0.21
    vhost		none	core	bool		2.0.21
    vhost-host		none	core	bool	vhost	2.0.21
    route		required	core	list		2.0.21
    route-host		required	core	list		2.0.21
    route-uri		required	core	list		2.0.21
    route-qs		required	core	list		2.0.21
    route-remote-addr		required	core	list		2.0.21
    route-user-agent		required	core	list		2.0.21
    route-remote-user		required	core	list		2.0.21
    route-referer		required	core	list		2.0.21
    route-label		required	core	list		2.0.21
    route-if		required	core	list		2.0.21
    route-if-not		required	core	list		2.0.21
    route-run		required	core	list		2.0.21
    final-route		required	core	list		2.0.21
    final-route-status		required	core	list		2.0.21
    final-route-host		required	core	list		2.0.21
    final-route-uri		required	core	list		2.0.21
    final-route-qs		required	core	list		2.0.21
    final-route-remote-addr		required	core	list		2.0.21
    final-route-user-agent		required	core	list		2.0.21
    final-route-remote-user		required	core	list		2.0.21
    final-route-referer		required	core	list		2.0.21
    final-route-label		required	core	list		2.0.21
    final-route-if		required	core	list		2.0.21
    final-route-if-not		required	core	list		2.0.21
    final-route-run		required	core	list		2.0.21
    error-route		required	core	list		2.0.21
    error-route-status		required	core	list		2.0.21
    error-route-host		required	core	list		2.0.21
    error-route-uri		required	core	list		2.0.21
    error-route-qs		required	core	list		2.0.21
    error-route-remote-addr		required	core	list		2.0.21
    error-route-user-agent		required	core	list		2.0.21
    error-route-remote-user		required	core	list		2.0.21
    error-route-referer		required	core	list		2.0.21
    error-route-label		required	core	list		2.0.21
    error-route-if		required	core	list		2.0.21
    error-route-if-not		required	core	list		2.0.21
    error-route-run		required	core	list		2.0.21
    response-route		required	core	list		2.0.21
    response-route-status		required	core	list		2.0.21
    response-route-host		required	core	list		2.0.21
    response-route-uri		required	core	list		2.0.21
    response-route-qs		required	core	list		2.0.21
    response-route-remote-addr		required	core	list		2.0.21
    response-route-user-agent		required	core	list		2.0.21
    response-route-remote-user		required	core	list		2.0.21
    response-route-referer		required	core	list		2.0.21
    response-route-label		required	core	list		2.0.21
    response-route-if		required	core	list		2.0.21
    response-route-if-not		required	core	list		2.0.21
    response-route-run		required	core	list		2.0.21
    router-list		none	core	bool		2.0.21
    routers-list		none	core	bool		2.0.21
    error-page-403		required	core	list		2.0.21
    error-page-404		required	core	list		2.0.21
    error-page-500		required	core	list		2.0.21
    websockets-ping-freq		required	core	int>=0		2.0.21
    websocket-ping-freq		required	core	int>=0		2.0.21
    websockets-pong-tolerance		required	core	int>=0		2.0.21
    websocket-pong-tolerance		required	core	int>=0		2.0.21
    websockets-max-size		required	core	uint64		2.0.21
    websocket-max-size		required	core	uint64		2.0.21
    chunked-input-limit		required	core	uint64		2.0.21
    chunked-input-timeout		required	core	int>=0		2.0.21
    clock		required	core	string		2.0.21
    clock-list		none	core	bool		2.0.21
    clocks-list		none	core	bool		2.0.21
    add-header		required	core	list		2.0.21
    rem-header		required	core	list		2.0.21
    del-header		required	core	list		2.0.21
    collect-header		required	core	list		2.0.21
    response-header-collect		required	core	list		2.0.21
    pull-header		required	core	list		2.0.21
    check-static		required	core	special	mime	2.0.21
    check-static-docroot		none	core	bool	mime	2.0.21
    static-check		required	core	special	mime	2.0.21
    static-map		required	core	dict	mime	2.0.21
    static-map2		required	core	dict	mime	2.0.21
    static-skip-ext		required	core	list	mime	2.0.21
    static-index		required	core	list	mime	2.0.21
    static-safe		required	core	list	mime	2.0.21
    static-cache-paths		required	core	int>=0	mime,master	2.0.21
    static-cache-paths-name		required	core	string	mime,master	2.0.21
    mimefile		required	core	list	mime	2.0.21
    mime-file		required	core	list	mime	2.0.21
    static-expires-type		required	core	dict	mime	2.0.21
    static-expires-type-mtime		required	core	dict	mime	2.0.21
    static-expires		required	core	dict	mime	2.0.21
    static-expires-mtime		required	core	dict	mime	2.0.21
    static-expires-uri		required	core	dict	mime	2.0.21
    static-expires-uri-mtime		required	core	dict	mime	2.0.21
    static-expires-path-info		required	core	dict	mime	2.0.21
    static-expires-path-info-mtime		required	core	dict	mime	2.0.21
    static-gzip		required	core	list	mime	2.0.21
    static-gzip-all		none	core	bool	mime	2.0.21
    static-gzip-dir		required	core	list	mime	2.0.21
    static-gzip-prefix		required	core	list	mime	2.0.21
    static-gzip-ext		required	core	list	mime	2.0.21
    static-gzip-suffix		required	core	list	mime	2.0.21
    honour-range		none	core	bool		2.0.21
    offload-threads		required	core	int>=0		2.0.21
    offload-thread		required	core	int>=0		2.0.21
    file-serve-mode		required	core	special	mime	2.0.21
    fileserve-mode		required	core	special	mime	2.0.21
    disable-sendfile		none	core	bool		2.0.21
    check-cache		optional	core	string		2.0.21
    close-on-exec		none	core	bool		2.0.21
    close-on-exec2		none	core	bool		2.0.21
    mode		required	core	string		2.0.21
    env		required	core	special		2.0.21
    envdir		required	core	list		2.0.21
    early-envdir		required	core	special	immediate	2.0.21
    unenv		required	core	special		2.0.21
    vacuum		none	core	bool		2.0.21
    file-write		required	core	list		2.0.21
    cgroup		required	core	list		2.0.21
    cgroup-opt		required	core	list		2.0.21
    cgroup-dir-mode		required	core	string		2.0.21
    namespace		required	core	string		2.0.21
    namespace-keep-mount		required	core	list		2.0.21
    ns		required	core	string		2.0.21
    namespace-net		required	core	string		2.0.21
    ns-net		required	core	string		2.0.21
    enable-proxy-protocol		none	core	bool		2.0.21
    reuse-port		none	core	bool		2.0.21
    tcp-fast-open		required	core	int>=0		2.0.21
    tcp-fastopen		required	core	int>=0		2.0.21
    tcp-fast-open-client		none	core	bool		2.0.21
    tcp-fastopen-client		none	core	bool		2.0.21
    zerg		required	core	list		2.0.21
    zerg-fallback		none	core	bool		2.0.21
    zerg-server		required	core	string	master	2.0.21
    cron		required	core	special	master	2.0.21
    cron2		required	core	special	master	2.0.21
    unique-cron		required	core	special	master	2.0.21
    cron-harakiri		required	core	int>=0		2.0.21
    legion-cron		required	core	special	master	2.0.21
    cron-legion		required	core	special	master	2.0.21
    unique-legion-cron		required	core	special	master	2.0.21
    unique-cron-legion		required	core	special	master	2.0.21
    loop		required	core	string		2.0.21
    loop-list		none	core	bool		2.0.21
    loops-list		none	core	bool		2.0.21
    worker-exec		required	core	string		2.0.21
    worker-exec2		required	core	string		2.0.21
    attach-daemon		required	core	special	master	2.0.21
    attach-control-daemon		required	core	special	master	2.0.21
    smart-attach-daemon		required	core	special	master	2.0.21
    smart-attach-daemon2		required	core	special	master	2.0.21
    legion-attach-daemon		required	core	special	master	2.0.21
    legion-smart-attach-daemon		required	core	special	master	2.0.21
    legion-smart-attach-daemon2		required	core	special	master	2.0.21
    daemons-honour-stdin		none	core	bool	master	2.0.21
    attach-daemon2		required	core	special	master	2.0.21
    plugins		required	core	special	immediate	2.0.21
    plugin		required	core	special	immediate	2.0.21
    need-plugins		required	core	special	immediate	2.0.21
    need-plugin		required	core	special	immediate	2.0.21
    plugins-dir		required	core	list	immediate	2.0.21
    plugin-dir		required	core	list	immediate	2.0.21
    plugins-list		none	core	bool		2.0.21
    plugin-list		none	core	bool		2.0.21
    autoload		none	core	bool	immediate	2.0.21
    dlopen		required	core	special	immediate	2.0.21
    allowed-modifiers		required	core	string		2.0.21
    remap-modifier		required	core	string		2.0.21
    dump-options		none	core	bool		2.0.21
    show-config		none	core	bool		2.0.21
    binary-append-data		required	core	special	immediate	2.0.21
    print		required	core	special		2.0.21
    iprint		required	core	special	immediate	2.0.21
    exit		optional	core	special	immediate	2.0.21
    cflags		none	core	special	immediate	2.0.21
    dot-h		none	core	special	immediate	2.0.21
    config-py		none	core	special	immediate	2.0.21
    build-plugin		required	core	special	immediate	2.0.21
    version		none	core	special		2.0.21
    response-headers-limit		required	core	int>=0		2.0.21
    asyncio		required	asyncio	special	threads	2.0.21
    carbon		required	carbon	list	master	2.0.21
    carbon-timeout		required	carbon	int>=0		2.0.21
    carbon-freq		required	carbon	int>=0		2.0.21
    carbon-id		required	carbon	string		2.0.21
    carbon-no-workers		none	carbon	bool		2.0.21
    carbon-max-retry		required	carbon	int>=0		2.0.21
    carbon-retry-delay		required	carbon	int>=0		2.0.21
    carbon-root		required	carbon	string		2.0.21
    carbon-hostname-dots		required	carbon	string		2.0.21
    carbon-name-resolve		none	carbon	bool		2.0.21
    carbon-resolve-names		none	carbon	bool		2.0.21
    carbon-idle-avg		required	carbon	string		2.0.21
    carbon-use-metrics		none	carbon	bool		2.0.21
    cgi		required	cgi	special		2.0.21
    cgi-map-helper		required	cgi	special		2.0.21
    cgi-helper		required	cgi	special		2.0.21
    cgi-from-docroot		none	cgi	bool		2.0.21
    cgi-buffer-size		required	cgi	uint64		2.0.21
    cgi-timeout		required	cgi	int>=0		2.0.21
    cgi-index		required	cgi	list		2.0.21
    cgi-allowed-ext		required	cgi	list		2.0.21
    cgi-unset		required	cgi	list		2.0.21
    cgi-loadlib		required	cgi	list		2.0.21
    cgi-optimize		none	cgi	bool		2.0.21
    cgi-optimized		none	cgi	bool		2.0.21
    cgi-path-info		none	cgi	bool		2.0.21
    cgi-do-not-kill-on-error		none	cgi	bool		2.0.21
    cgi-async-max-attempts		none	cgi	int>=0		2.0.21
    cgi-close-stdin-on-eof		none	cgi	bool		2.0.21
    cgi-safe		required	cgi	list		2.0.21
    cheaper-busyness-max		required	cheaper_busyness	uint64		2.0.21
    cheaper-busyness-min		required	cheaper_busyness	uint64		2.0.21
    cheaper-busyness-multiplier		required	cheaper_busyness	uint64		2.0.21
    cheaper-busyness-penalty		required	cheaper_busyness	uint64		2.0.21
    cheaper-busyness-verbose		none	cheaper_busyness	bool		2.0.21
    cheaper-busyness-backlog-alert		required	cheaper_busyness	int>=0		2.0.21
    cheaper-busyness-backlog-multiplier		required	cheaper_busyness	uint64		2.0.21
    cheaper-busyness-backlog-step		required	cheaper_busyness	int>=0		2.0.21
    cheaper-busyness-backlog-nonzero		required	cheaper_busyness	uint64		2.0.21
    coroae		required	coroae	special		2.0.21
    curl-cron		required	curl_cron	special	master	2.0.21
    cron-curl		required	curl_cron	special	master	2.0.21
    legion-curl-cron		required	curl_cron	special	master	2.0.21
    legion-cron-curl		required	curl_cron	special	master	2.0.21
    curl-cron-legion		required	curl_cron	special	master	2.0.21
    cron-curl-legion		required	curl_cron	special	master	2.0.21
    dumbloop-modifier1		required	dumbloop	int>=0		2.0.21
    dumbloop-code		required	dumbloop	string		2.0.21
    dumbloop-function		required	dumbloop	string		2.0.21
    fastrouter		required	fastrouter	list-socket		2.0.21
    fastrouter-processes		required	fastrouter	int>=0		2.0.21
    fastrouter-workers		required	fastrouter	int>=0		2.0.21
    fastrouter-zerg		required	fastrouter	special		2.0.21
    fastrouter-use-cache		optional	fastrouter	string		2.0.21
    fastrouter-use-pattern		required	fastrouter	special		2.0.21
    fastrouter-use-base		required	fastrouter	special		2.0.21
    fastrouter-fallback		required	fastrouter	list		2.0.21
    fastrouter-use-code-string		required	fastrouter	special		2.0.21
    fastrouter-use-socket		optional	fastrouter	special		2.0.21
    fastrouter-to		required	fastrouter	list		2.0.21
    fastrouter-gracetime		required	fastrouter	int>=0		2.0.21
    fastrouter-events		required	fastrouter	int>=0		2.0.21
    fastrouter-quiet		required	fastrouter	bool		2.0.21
    fastrouter-cheap		none	fastrouter	bool		2.0.21
    fastrouter-subscription-server		required	fastrouter	special		2.0.21
    fastrouter-subscription-slot		required	fastrouter	special		2.0.21
    fastrouter-timeout		required	fastrouter	int>=0		2.0.21
    fastrouter-post-buffering		required	fastrouter	uint64		2.0.21
    fastrouter-post-buffering-dir		required	fastrouter	string		2.0.21
    fastrouter-stats		required	fastrouter	string		2.0.21
    fastrouter-stats-server		required	fastrouter	string		2.0.21
    fastrouter-ss		required	fastrouter	string		2.0.21
    fastrouter-harakiri		required	fastrouter	int>=0		2.0.21
    fastrouter-uid		required	fastrouter	user		2.0.21
    fastrouter-gid		required	fastrouter	group		2.0.21
    fastrouter-resubscribe		required	fastrouter	list		2.0.21
    fastrouter-resubscribe-bind		required	fastrouter	string		2.0.21
    fastrouter-buffer-size		required	fastrouter	uint64		2.0.21
    fastrouter-fallback-on-no-key		none	fastrouter	bool		2.0.21
    fastrouter-subscription-fallback-key		required	fastrouter	special		2.0.21
    fiber		none	fiber	bool		2.0.21
    forkptyrouter		required	forkptyrouter	list-socket		2.0.21
    forkpty-router		required	forkptyrouter	list-socket		2.0.21
    forkptyurouter		required	forkptyrouter	special		2.0.21
    forkpty-urouter		required	forkptyrouter	special		2.0.21
    forkptyrouter-command		required	forkptyrouter	string		2.0.21
    forkpty-router-command		required	forkptyrouter	string		2.0.21
    forkptyrouter-cmd		required	forkptyrouter	string		2.0.21
    forkpty-router-cmd		required	forkptyrouter	string		2.0.21
    forkptyrouter-rows		required	forkptyrouter	uint16		2.0.21
    forkptyrouter-cols		required	forkptyrouter	uint16		2.0.21
    forkptyrouter-processes		required	forkptyrouter	int>=0		2.0.21
    forkptyrouter-workers		required	forkptyrouter	int>=0		2.0.21
    forkptyrouter-zerg		required	forkptyrouter	special		2.0.21
    forkptyrouter-fallback		required	forkptyrouter	list		2.0.21
    forkptyrouter-events		required	forkptyrouter	int>=0		2.0.21
    forkptyrouter-cheap		none	forkptyrouter	bool		2.0.21
    forkptyrouter-timeout		required	forkptyrouter	int>=0		2.0.21
    forkptyrouter-stats		required	forkptyrouter	string		2.0.21
    forkptyrouter-stats-server		required	forkptyrouter	string		2.0.21
    forkptyrouter-ss		required	forkptyrouter	string		2.0.21
    forkptyrouter-harakiri		required	forkptyrouter	int>=0		2.0.21
    go-load		required	gccgo	list		2.0.21
    gccgo-load		required	gccgo	list		2.0.21
    go-args		required	gccgo	string		2.0.21
    gccgo-args		required	gccgo	string		2.0.21
    goroutines		required	gccgo	special	threads	2.0.21
    geoip-country		required	geoip	string		2.0.21
    geoip-city		required	geoip	string		2.0.21
    geoip-use-disk		none	geoip	bool		2.0.21
    gevent		required	gevent	special	threads	2.0.21
    gevent-monkey-patch		none	gevent	bool		2.0.21
    gevent-early-monkey-patch		none	gevent	bool		2.0.21
    gevent-wait-for-hub		none	gevent	bool		2.0.21
    glusterfs-mount		required	glusterfs	list	mime	2.0.21
    glusterfs-timeout		required	glusterfs	int>=0		2.0.21
    greenlet		none	greenlet	bool		2.0.21
    http		required	http	list-socket		2.0.21
    httprouter		required	http	list-socket		2.0.21
    https		required	http	special		2.0.21
    https2		required	http	special		2.0.21
    https-export-cert		none	http	bool		2.0.21
    https-session-context		required	http	string		2.0.21
    http-to-https		required	http	special		2.0.21
    http-processes		required	http	int>=0		2.0.21
    http-workers		required	http	int>=0		2.0.21
    http-var		required	http	list		2.0.21
    http-to		required	http	list		2.0.21
    http-zerg		required	http	special		2.0.21
    http-fallback		required	http	list		2.0.21
    http-modifier1		required	http	int>=0		2.0.21
    http-modifier2		required	http	int>=0		2.0.21
    http-use-cache		optional	http	string		2.0.21
    http-use-pattern		required	http	special		2.0.21
    http-use-base		required	http	special		2.0.21
    http-events		required	http	int>=0		2.0.21
    http-subscription-server		required	http	special		2.0.21
    http-subscription-fallback-key		required	http	special		2.0.21
    http-timeout		required	http	int>=0		2.0.21
    http-manage-expect		optional	http	uint64		2.0.21
    http-keepalive		optional	http	int>=0		2.0.21
    http-auto-chunked		none	http	bool		2.0.21
    http-auto-gzip		none	http	bool		2.0.21
    http-raw-body		none	http	bool		2.0.21
    http-websockets		none	http	bool		2.0.21
    http-chunked-input		none	http	bool		2.0.21
    http-use-code-string		required	http	special		2.0.21
    http-use-socket		optional	http	special		2.0.21
    http-gracetime		required	http	int>=0		2.0.21
    http-quiet		required	http	bool		2.0.21
    http-cheap		none	http	bool		2.0.21
    http-stats		required	http	string		2.0.21
    http-stats-server		required	http	string		2.0.21
    http-ss		required	http	string		2.0.21
    http-harakiri		required	http	int>=0		2.0.21
    http-stud-prefix		required	http	list		2.0.21
    http-uid		required	http	user		2.0.21
    http-gid		required	http	group		2.0.21
    http-resubscribe		required	http	list		2.0.21
    http-buffer-size		required	http	uint64		2.0.21
    http-server-name-as-http-host		required	http	bool		2.0.21
    http-headers-timeout		required	http	int>=0		2.0.21
    http-connect-timeout		required	http	int>=0		2.0.21
    http-manage-source		none	http	bool		2.0.21
    http-manage-rtsp		none	http	bool		2.0.21
    http-enable-proxy-protocol		optional	http	bool		2.0.21
    jvm-main-class		required	jvm	list		2.0.21
    jvm-opt		required	jvm	list		2.0.21
    jvm-class		required	jvm	list		2.0.21
    jvm-classpath		required	jvm	list		2.0.21
    jwsgi		required	jwsgi	string		2.0.21
    ldap		required	ldap	special	immediate	2.0.21
    ldap-schema		none	ldap	special	immediate	2.0.21
    ldap-schema-ldif		none	ldap	special	immediate	2.0.21
    log-zeromq		required	logzmq	list	master,log-master	2.0.21
    lua		required	lua	string		2.0.21
    lua-load		required	lua	list		2.0.21
    lua-shell		none	lua	special		2.0.21
    luashell		none	lua	special		2.0.21
    lua-gc-freq		none	lua	int>=0		2.0.21
    zeromq		required	mongrel2	list-socket		2.0.21
    zmq		required	mongrel2	list-socket		2.0.21
    zeromq-socket		required	mongrel2	list-socket		2.0.21
    zmq-socket		required	mongrel2	list-socket		2.0.21
    mongrel2		required	mongrel2	list-socket		2.0.21
    mono-app		required	mono	list		2.0.21
    mono-gc-freq		required	mono	uint64		2.0.21
    mono-key		required	mono	list		2.0.21
    mono-version		required	mono	string		2.0.21
    mono-config		required	mono	string		2.0.21
    mono-assembly		required	mono	string		2.0.21
    mono-exec		required	mono	list		2.0.21
    mono-index		required	mono	list		2.0.21
    nagios		none	nagios	bool	no-initial	2.0.21
    notfound-log		none	notfound	bool		2.0.21
    pam		required	pam	string		2.0.21
    pam-user		required	pam	string		2.0.21
    php-ini		required	php	special		2.0.21
    php-config		required	php	special		2.0.21
    php-ini-append		required	php	list		2.0.21
    php-config-append		required	php	list		2.0.21
    php-set		required	php	list		2.0.21
    php-index		required	php	list		2.0.21
    php-docroot		required	php	string		2.0.21
    php-allowed-docroot		required	php	list		2.0.21
    php-allowed-ext		required	php	list		2.0.21
    php-allowed-script		required	php	list		2.0.21
    php-server-software		required	php	string		2.0.21
    php-app		required	php	string		2.0.21
    php-app-qs		required	php	string		2.0.21
    php-fallback		required	php	string		2.0.21
    php-fallback2		required	php	string		2.0.21
    php-fallback-qs		required	php	string		2.0.21
    php-app-bypass		required	php	list		2.0.21
    php-var		required	php	list		2.0.21
    php-constant		required	php	list		2.0.21
    php-dump-config		none	php	bool		2.0.21
    php-exec-before		required	php	list		2.0.21
    php-exec-begin		required	php	list		2.0.21
    php-exec-after		required	php	list		2.0.21
    php-exec-end		required	php	list		2.0.21
    php-sapi-name		required	php	string		2.0.21
    ping		required	ping	string	no-initial,no-server	2.0.21
    ping-timeout		required	ping	int>=0		2.0.21
    psgi		required	psgi	string		2.0.21
    psgi-enable-psgix-io		none	psgi	bool		2.0.21
    perl-no-die-catch		none	psgi	bool		2.0.21
    perl-local-lib		required	psgi	string		2.0.21
    perl-version		none	psgi	special	immediate	2.0.21
    perl-args		required	psgi	string		2.0.21
    perl-arg		required	psgi	list		2.0.21
    perl-exec		required	psgi	list		2.0.21
    perl-exec-post-fork		required	psgi	list		2.0.21
    perl-auto-reload		required	psgi	int>=0	master	2.0.21
    perl-auto-reload-ignore		required	psgi	list	master	2.0.21
    plshell		optional	psgi	special		2.0.21
    plshell-oneshot		none	psgi	special		2.0.21
    perl-no-plack		none	psgi	bool		2.0.21
    pty-socket		required	pty	string		2.0.21
    pty-log		none	pty	bool		2.0.21
    pty-input		none	pty	bool		2.0.21
    pty-connect		required	pty	string	no-initial	2.0.21
    pty-uconnect		required	pty	string	no-initial	2.0.21
    pty-no-isig		none	pty	bool		2.0.21
    pty-exec		required	pty	string		2.0.21
    pypy-lib		required	pypy	string		2.0.21
    pypy-setup		required	pypy	string		2.0.21
    pypy-home		required	pypy	string		2.0.21
    pypy-wsgi		required	pypy	string		2.0.21
    pypy-wsgi-file		required	pypy	string		2.0.21
    pypy-ini-paste		required	pypy	special	immediate	2.0.21
    pypy-paste		required	pypy	string		2.0.21
    pypy-eval		required	pypy	list		2.0.21
    pypy-eval-post-fork		required	pypy	list		2.0.21
    pypy-exec		required	pypy	list		2.0.21
    pypy-exec-post-fork		required	pypy	list		2.0.21
    pypy-pp		required	pypy	list		2.0.21
    pypy-python-path		required	pypy	list		2.0.21
    pypy-pythonpath		required	pypy	list		2.0.21
    wsgi-file		required	python	string		2.0.21
    file		required	python	string		2.0.21
    eval		required	python	string		2.0.21
    module	w	required	python	string		2.0.21
    wsgi	w	required	python	string		2.0.21
    callable		required	python	string		2.0.21
    test	J	required	python	string		2.0.21
    home	H	required	python	string		2.0.21
    virtualenv	H	required	python	string		2.0.21
    venv	H	required	python	string		2.0.21
    pyhome	H	required	python	string		2.0.21
    py-programname		required	python	string		2.0.21
    py-program-name		required	python	string		2.0.21
    pythonpath		required	python	special		2.0.21
    python-path		required	python	special		2.0.21
    pp		required	python	special		2.0.21
    pymodule-alias		required	python	list		2.0.21
    post-pymodule-alias		required	python	list		2.0.21
    import		required	python	list		2.0.21
    pyimport		required	python	list		2.0.21
    py-import		required	python	list		2.0.21
    python-import		required	python	list		2.0.21
    shared-import		required	python	list		2.0.21
    shared-pyimport		required	python	list		2.0.21
    shared-py-import		required	python	list		2.0.21
    shared-python-import		required	python	list		2.0.21
    spooler-import		required	python	list		2.0.21
    spooler-pyimport		required	python	list		2.0.21
    spooler-py-import		required	python	list		2.0.21
    spooler-python-import		required	python	list		2.0.21
    pyargv		required	python	string		2.0.21
    optimize	O	required	python	int>=0		2.0.21
    pecan		required	python	string		2.0.21
    paste		required	python	string		2.0.21
    paste-logger		none	python	bool		2.0.21
    web3		required	python	string		2.0.21
    pump		required	python	string		2.0.21
    wsgi-lite		required	python	string		2.0.21
    ini-paste		required	python	special	immediate	2.0.21
    ini-paste-logged		required	python	special	immediate	2.0.21
    reload-os-env		none	python	bool		2.0.21
    no-site		none	python	bool		2.0.21
    pyshell		optional	python	special		2.0.21
    pyshell-oneshot		optional	python	special		2.0.21
    python		required	python	special		2.0.21
    py		required	python	special		2.0.21
    pyrun		required	python	special		2.0.21
    py-tracebacker		required	python	string	threads,master	2.0.21
    py-auto-reload		required	python	int>=0	threads,master	2.0.21
    py-autoreload		required	python	int>=0	threads,master	2.0.21
    python-auto-reload		required	python	int>=0	threads,master	2.0.21
    python-autoreload		required	python	int>=0	threads,master	2.0.21
    py-auto-reload-ignore		required	python	list	threads,master	2.0.21
    wsgi-env-behaviour		required	python	string		2.0.21
    wsgi-env-behavior		required	python	string		2.0.21
    start_response-nodelay		none	python	bool		2.0.21
    wsgi-strict		none	python	bool		2.0.21
    wsgi-accept-buffer		none	python	bool		2.0.21
    wsgi-accept-buffers		none	python	bool		2.0.21
    wsgi-disable-file-wrapper		none	python	bool		2.0.21
    python-version		none	python	special	immediate	2.0.21
    python-raw		required	python	string		2.0.21
    py-sharedarea		required	python	list		2.0.21
    py-call-osafterfork		none	python	bool		2.0.21
    py-call-uwsgi-fork-hooks		none	python	bool		2.0.21
    python-worker-override		required	python	string		2.0.21
    py-executable		required	python	string		2.0.21
    py-sys-executable		required	python	string		2.0.21
    rails		required	rack	string	post-buffering	2.0.21
    rack		required	rack	string	post-buffering	2.0.21
    ruby-gc-freq		required	rack	int>=0		2.0.21
    rb-gc-freq		required	rack	int>=0		2.0.21
    rb-lib		required	rack	list		2.0.21
    ruby-lib		required	rack	list		2.0.21
    rb-require		required	rack	list		2.0.21
    ruby-require		required	rack	list		2.0.21
    rbrequire		required	rack	list		2.0.21
    rubyrequire		required	rack	list		2.0.21
    require		required	rack	list		2.0.21
    shared-rb-require		required	rack	list		2.0.21
    shared-ruby-require		required	rack	list		2.0.21
    shared-rbrequire		required	rack	list		2.0.21
    shared-rubyrequire		required	rack	list		2.0.21
    shared-require		required	rack	list		2.0.21
    gemset		required	rack	string		2.0.21
    rvm		required	rack	string		2.0.21
    rvm-path		required	rack	list		2.0.21
    rbshell		optional	rack	special		2.0.21
    rbshell-oneshot		none	rack	special		2.0.21
    rados-mount		required	rados	list	mime	2.0.21
    rados-timeout		required	rados	int>=0		2.0.21
    rawrouter		required	rawrouter	list-socket		2.0.21
    rawrouter-processes		required	rawrouter	int>=0		2.0.21
    rawrouter-workers		required	rawrouter	int>=0		2.0.21
    rawrouter-zerg		required	rawrouter	special		2.0.21
    rawrouter-use-cache		optional	rawrouter	string		2.0.21
    rawrouter-use-pattern		required	rawrouter	special		2.0.21
    rawrouter-use-base		required	rawrouter	special		2.0.21
    rawrouter-fallback		required	rawrouter	list		2.0.21
    rawrouter-use-code-string		required	rawrouter	special		2.0.21
    rawrouter-use-socket		optional	rawrouter	special		2.0.21
    rawrouter-to		required	rawrouter	list		2.0.21
    rawrouter-gracetime		required	rawrouter	int>=0		2.0.21
    rawrouter-events		required	rawrouter	int>=0		2.0.21
    rawrouter-max-retries		required	rawrouter	int>=0		2.0.21
    rawrouter-quiet		required	rawrouter	bool		2.0.21
    rawrouter-cheap		none	rawrouter	bool		2.0.21
    rawrouter-subscription-server		required	rawrouter	special		2.0.21
    rawrouter-subscription-slot		required	rawrouter	special		2.0.21
    rawrouter-timeout		required	rawrouter	int>=0		2.0.21
    rawrouter-stats		required	rawrouter	string		2.0.21
    rawrouter-stats-server		required	rawrouter	string		2.0.21
    rawrouter-ss		required	rawrouter	string		2.0.21
    rawrouter-harakiri		required	rawrouter	int>=0		2.0.21
    rawrouter-xclient		none	rawrouter	bool		2.0.21
    rawrouter-buffer-size		required	rawrouter	uint64		2.0.21
    rbthreads		none	rbthreads	bool		2.0.21
    rb-threads		none	rbthreads	bool		2.0.21
    rbthread		none	rbthreads	bool		2.0.21
    rb-thread		none	rbthreads	bool		2.0.21
    ring-load		required	ring	list		2.0.21
    clojure-load		required	ring	list		2.0.21
    ring-app		required	ring	string		2.0.21
    rrdtool		required	rrdtool	list	master,metrics	2.0.21
    rrdtool-freq		required	rrdtool	int>=0		2.0.21
    rrdtool-lib		required	rrdtool	string		2.0.21
    rsyslog-packet-size		required	rsyslog	int>=0		2.0.21
    rsyslog-split-messages		none	rsyslog	bool		2.0.21
    sqlite3		required	sqlite3	special	immediate	2.0.21
    sqlite		required	sqlite3	special	immediate	2.0.21
    sslrouter		required	sslrouter	special		2.0.21
    sslrouter2		required	sslrouter	special		2.0.21
    sslrouter-session-context		required	sslrouter	string		2.0.21
    sslrouter-processes		required	sslrouter	int>=0		2.0.21
    sslrouter-workers		required	sslrouter	int>=0		2.0.21
    sslrouter-zerg		required	sslrouter	special		2.0.21
    sslrouter-use-cache		optional	sslrouter	string		2.0.21
    sslrouter-use-pattern		required	sslrouter	special		2.0.21
    sslrouter-use-base		required	sslrouter	special		2.0.21
    sslrouter-fallback		required	sslrouter	list		2.0.21
    sslrouter-use-code-string		required	sslrouter	special		2.0.21
    sslrouter-use-socket		optional	sslrouter	special		2.0.21
    sslrouter-to		required	sslrouter	list		2.0.21
    sslrouter-gracetime		required	sslrouter	int>=0		2.0.21
    sslrouter-events		required	sslrouter	int>=0		2.0.21
    sslrouter-max-retries		required	sslrouter	int>=0		2.0.21
    sslrouter-quiet		required	sslrouter	bool		2.0.21
    sslrouter-cheap		none	sslrouter	bool		2.0.21
    sslrouter-subscription-server		required	sslrouter	special		2.0.21
    sslrouter-timeout		required	sslrouter	int>=0		2.0.21
    sslrouter-stats		required	sslrouter	string		2.0.21
    sslrouter-stats-server		required	sslrouter	string		2.0.21
    sslrouter-ss		required	sslrouter	string		2.0.21
    sslrouter-harakiri		required	sslrouter	int>=0		2.0.21
    sslrouter-sni		none	sslrouter	bool		2.0.21
    sslrouter-buffer-size		required	sslrouter	uint64		2.0.21
    stackless		none	stackless	bool		2.0.21
    symcall		required	symcall	list		2.0.21
    symcall-use-next		none	symcall	bool		2.0.21
    symcall-register-rpc		required	symcall	list		2.0.21
    symcall-post-fork		required	symcall	list		2.0.21
    tornado		required	tornado	special	threads	2.0.21
    tuntap-router		required	tuntap	list		2.0.21
    tuntap-device		required	tuntap	list		2.0.21
    tuntap-use-credentials		optional	tuntap	string		2.0.21
    tuntap-router-firewall-in		required	tuntap	special		2.0.21
    tuntap-router-firewall-out		required	tuntap	special		2.0.21
    tuntap-router-route		required	tuntap	special		2.0.21
    tuntap-router-stats		required	tuntap	string		2.0.21
    tuntap-device-rule		required	tuntap	list		2.0.21
    ugreen		none	ugreen	bool		2.0.21
    ugreen-stacksize		required	ugreen	int>=0		2.0.21
    webdav-mount		required	webdav	list	mime	2.0.21
    webdav-css		required	webdav	list	mime	2.0.21
    webdav-javascript		required	webdav	list	mime	2.0.21
    webdav-js		required	webdav	list	mime	2.0.21
    webdav-class-directory		required	webdav	string	mime	2.0.21
    webdav-div		required	webdav	string	mime	2.0.21
    webdav-lock-cache		required	webdav	string	mime	2.0.21
    webdav-principal-base		required	webdav	string	mime	2.0.21
    webdav-add-option		required	webdav	list	mime	2.0.21
    webdav-add-prop		required	webdav	list	mime	2.0.21
    webdav-add-collection-prop		required	webdav	list	mime	2.0.21
    webdav-add-object-prop		required	webdav	list	mime	2.0.21
    webdav-add-prop-href		required	webdav	list	mime	2.0.21
    webdav-add-collection-prop-href		required	webdav	list	mime	2.0.21
    webdav-add-object-prop-href		required	webdav	list	mime	2.0.21
    webdav-add-prop-comp		required	webdav	list	mime	2.0.21
    webdav-add-collection-prop-comp		required	webdav	list	mime	2.0.21
    webdav-add-object-prop-comp		required	webdav	list	mime	2.0.21
    webdav-add-rtype-prop		required	webdav	list	mime	2.0.21
    webdav-add-rtype-collection-prop		required	webdav	list	mime	2.0.21
    webdav-add-rtype-object-prop		required	webdav	list	mime	2.0.21
    webdav-skip-prop		required	webdav	list	mime	2.0.21
    xslt-docroot		required	xslt	list		2.0.21
    xslt-ext		required	xslt	list		2.0.21
    xslt-var		required	xslt	list		2.0.21
    xslt-stylesheet		required	xslt	list		2.0.21
    xslt-content-type		required	xslt	string		2.0.21
    zabbix-template		optional	zabbix	special	metrics	2.0.21
    zergpool		required	zergpool	list		2.0.21
    zerg-pool		required	zergpool	list		2.0.21
    """
}
