import '../install.js';
import '../../components/provider/provider.define.js';
