extension NginxLoader {
  /// Hands a directive to the check that stands for its setter.
  mutating func check(_ statement: Statement, setter: NginxSetter) {
    switch setter {
    case .listen, .streamListen, .mailListen: checkListen(statement)
    case .serverName: checkServerNames(statement)
    case .proxyPass: checkProxyPass(statement)
    case .uwsgiPass: checkPass(statement, schemes: ["uwsgi://", "suwsgi://"])
    case .fastcgiPass, .scgiPass, .streamProxyPass: checkPass(statement, schemes: [])
    case .memcachedPass:
      state.variables.refer(to: ByteText("memcached_key".utf8), in: statement.id)
      checkPass(statement, schemes: [])
    case .grpcPass: checkPass(statement, schemes: ["grpc://", "grpcs://"])
    case .root: checkRoot(statement)
    case .tryFiles: checkTryFiles(statement)
    case .errorPage: checkErrorPage(statement)
    case .rewrite: checkRewrite(statement)
    case .rewriteReturn: checkReturn(statement)
    case .rewriteSet, .streamSet: checkSet(statement)
    case .accessLog, .streamAccessLog: checkAccessLog(statement)
    case .logFormat, .streamLogFormat: checkLogFormat(statement)
    case .upstreamServer, .streamUpstreamServer: checkUpstreamServer(statement)
    case .upstreamHash, .upstreamIPHash, .upstreamLeastConn, .upstreamRandom, .upstreamKeepalive,
      .streamUpstreamHash, .streamUpstreamLeastConn, .streamUpstreamRandom:
      checkMethod(statement, setter)
    default: checkOther(statement, setter: setter)
    }
  }

  private mutating func checkOther(_ statement: Statement, setter: NginxSetter) {
    switch setter {
    case .addHeader: checkAddHeader(statement)
    case .expires: checkExpires(statement)
    case .accessRule, .streamAccessRule: checkAccessRule(statement)
    case .errorLog, .httpErrorLog, .streamErrorLog, .mailErrorLog: checkErrorLog(statement)
    case .keepalive: checkKeepalive(statement)
    case .openFileCache, .openLogFileCache, .streamOpenLogFileCache: checkFileCache(statement)
    case .directio: checkDirectio(statement)
    case .disableSymlinks: checkDisableSymlinks(statement)
    case .gzipDisable: checkGzipDisable(statement)
    case .aio: checkAio(statement)
    case .resolver, .streamResolver, .mailResolver: checkResolver(statement)
    case .limitReqZone, .limitConnZone, .streamLimitConnZone: checkLimitZone(statement)
    case .limitReq: checkLimitReq(statement)
    case .limitConn, .streamLimitConn: checkLimitConn(statement)
    case .upstreamZone, .streamUpstreamZone: checkUpstreamZone(statement)
    case .proxyCache, .uwsgiCache, .fastcgiCache, .scgiCache: checkCache(statement)
    case .proxyStore, .uwsgiStore, .fastcgiStore, .scgiStore: checkStore(statement)
    case .splitPathInfo: checkSplitPathInfo(statement)
    case .proxyRedirect, .proxyCookieDomain, .proxyCookiePath, .proxyCookieFlags:
      checkReplacement(statement)
    default: checkRest(statement, setter: setter)
    }
  }

  private mutating func checkRest(_ statement: Statement, setter: NginxSetter) {
    switch setter {
    case .realIPFrom, .streamRealIPFrom, .mailRealIPFrom: checkRealIPFrom(statement)
    case .realIPHeader: break
    case .validReferers: checkReferers(statement)
    case .sslSessionCache, .streamSSLSessionCache, .mailSSLSessionCache:
      checkSessionCache(statement)
    case .sslOCSPCache, .streamSSLOCSPCache: checkOCSPCache(statement)
    case .sslPasswordFile, .streamSSLPasswordFile, .mailSSLPasswordFile, .proxySSLPasswordFile,
      .uwsgiSSLPasswordFile, .grpcSSLPasswordFile, .streamProxySSLPasswordFile:
      checkPasswordFile(statement)
    case .index: checkIndex(statement)
    case .authRequestSet: checkAuthRequestSet(statement)
    case .workerProcesses: checkWorkerProcesses(statement)
    case .workerPriority: checkWorkerPriority(statement)
    case .user: checkUser(statement)
    case .loadModule: loadModule(statement)
    case .workerConnections: checkWorkerConnections(statement)
    case .eventUse: checkEventUse(statement)
    case .debugConnection: checkDebugConnection(statement)
    default: checkFew(statement, setter: setter)
    }
  }

  private mutating func checkFew(_ statement: Statement, setter: NginxSetter) {
    switch setter {
    case .mailProtocol: checkMailProtocol(statement)
    case .mailAuthHTTP: checkAuthHTTP(statement)
    case .subFilter: checkSubFilter(statement)
    case .xsltParameter: compileVariables(statement, word: 2)
    case .perlSet: _ = defineVariable(statement, word: 1)
    case .mailStartTLS: checkEnumeration(statement, ["off", "on", "only"])
    case .modernBrowser: checkModernBrowser(statement)
    case .imageFilter: checkImageFilter(statement)
    case .jpegQuality, .webpQuality: checkImageValue(statement, isQuality: true)
    case .imageSharpness: checkImageValue(statement, isQuality: false)
    case .streamProxyBind: checkBind(statement)
    case .mirror: checkMirror(statement)
    case .workerAffinity: checkWorkerAffinity(statement)
    case .userIDExpires: checkUserIDExpires(statement)
    case .userIDMark: checkUserIDMark(statement)
    case .threadPool: checkThreadPool(statement)
    case .obsoleteHTTP2: checkObsolete(statement)
    default:
      for word in 1..<statement.count { compileVariables(statement, word: word) }
    }
  }
}
